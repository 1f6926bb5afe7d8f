# What is installed: the program with its man page and completions, and the rooms below it as a CMake package,
# find_package(burden), target burden::burden.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/burden")

install(TARGETS burden RUNTIME)
if(TARGET burden-gui)
  install(TARGETS burden-gui RUNTIME)
  install(FILES gui/burden.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
endif()
install(TARGETS burden_calc burden_models burden_inputs burden_brief
  EXPORT burden ARCHIVE FILE_SET HEADERS)
install(TARGETS burden_all EXPORT burden)
install(EXPORT burden NAMESPACE burden:: FILE burdenTargets.cmake DESTINATION "${package_dir}")

configure_package_config_file(cmake/burdenConfig.cmake.in "${CMAKE_BINARY_DIR}/package/burdenConfig.cmake"
  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
# Before 1.0 a minor version may change what the headers promise.
write_basic_package_version_file("${CMAKE_BINARY_DIR}/package/burdenConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${CMAKE_BINARY_DIR}/package/burdenConfig.cmake" "${CMAKE_BINARY_DIR}/package/burdenConfigVersion.cmake"
  DESTINATION "${package_dir}")

# The program prints its own man page and completions, so that they cannot tell of other options than it has.
#   printed(FILE UNDER FOLDER ARGUMENTS...)
function(printed file folder)
  set(made "${CMAKE_BINARY_DIR}/share/${file}")
  add_custom_command(OUTPUT "${made}" COMMAND burden ${ARGN} > "${made}" DEPENDS burden VERBATIM)
  install(FILES "${made}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}")
  set_property(GLOBAL APPEND PROPERTY BURDEN_PRINTED "${made}")
endfunction()
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/share")
printed(burden bash-completion/completions completion bash)
printed(_burden zsh/site-functions completion zsh)
printed(burden.fish fish/vendor_completions.d completion fish)
printed(burden.1 man/man1 man)
get_property(all_printed GLOBAL PROPERTY BURDEN_PRINTED)
add_custom_target(burden_share ALL DEPENDS ${all_printed})

install(FILES LICENSE docs/data-licences.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# Tests of the installed tree, in the build that is delivered.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT BURDEN_SANITIZE)
  enable_testing()
  set(prefix "${CMAKE_BINARY_DIR}/consumer/prefix")
  function(package_test title script)
    add_test(NAME "package: ${title}"
      COMMAND "${CMAKE_COMMAND}"
        "-DBUILD=${CMAKE_BINARY_DIR}" "-DPREFIX=${prefix}" "-DLIBDIR=${CMAKE_INSTALL_LIBDIR}"
        "-DGENERATOR=${CMAKE_GENERATOR}" "-DCOMPILER=${CMAKE_CXX_COMPILER}" "-DVERSION=${PROJECT_VERSION}"
        "-DWINDOW=${BURDEN_HAS_WINDOW}"
        -P "${CMAKE_SOURCE_DIR}/tests/consumer/${script}.cmake")
    set_tests_properties("package: ${title}" PROPERTIES LABELS consumer TIMEOUT 300 ${ARGN})
  endfunction()
  package_test("everything is installed" everything_is_installed FIXTURES_SETUP installed)
  package_test("the installed program runs alone" program_runs_alone FIXTURES_REQUIRED installed)
  package_test("another project builds against it" consumer_builds FIXTURES_REQUIRED installed)
endif()
