# Installs into an empty prefix, and looks for what a user or a packager expects there.
file(REMOVE_RECURSE "${PREFIX}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${PREFIX}"
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

set(of_window)
if(WINDOW)
  set(of_window bin/burden-gui share/applications/burden.desktop)
endif()
foreach(file
    bin/burden
    ${of_window}
    include/burden/calc/decimal.hpp
    include/burden/models/target.hpp
    include/burden/inputs/facts.hpp
    include/burden/brief/table.hpp
    ${LIBDIR}/libburden_calc.a
    ${LIBDIR}/libburden_models.a
    ${LIBDIR}/libburden_inputs.a
    ${LIBDIR}/libburden_brief.a
    ${LIBDIR}/cmake/burden/burdenConfig.cmake
    ${LIBDIR}/cmake/burden/burdenConfigVersion.cmake
    ${LIBDIR}/cmake/burden/burdenTargets.cmake
    share/man/man1/burden.1
    share/bash-completion/completions/burden
    share/zsh/site-functions/_burden
    share/fish/vendor_completions.d/burden.fish
    share/doc/burden/LICENSE
    share/doc/burden/data-licences.md)
  set(size 0)
  if(EXISTS "${PREFIX}/${file}")
    file(SIZE "${PREFIX}/${file}" size)
  endif()
  if(size EQUAL 0)
    message(SEND_ERROR "not installed, or empty: ${file}")
  endif()
endforeach()

# The program is a user of the rooms, not one of them.
if(EXISTS "${PREFIX}/include/burden/cli")
  message(SEND_ERROR "headers of the program are installed")
endif()

# What is installed works where the build tree is gone.
file(GLOB package "${PREFIX}/${LIBDIR}/cmake/burden/*.cmake")
foreach(file ${package})
  file(READ "${file}" text)
  string(FIND "${text}" "${BUILD}" place)
  string(FIND "${text}" "burden_strict" strict)
  if(NOT place EQUAL -1 OR NOT strict EQUAL -1)
    message(SEND_ERROR "names what only the build tree has: ${file}")
  endif()
endforeach()
