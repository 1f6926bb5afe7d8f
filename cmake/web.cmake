# Pages draw their charts by a script: Vega and Vega-Lite from npm, as brief/web/package-lock.json pins them, bundled
# into one file and compiled into the library. Without it pages carry the same figures in tables alone.
enable_language(ASM)  # files are compiled in by it

set(BURDEN_WEB AUTO CACHE STRING
  "Interactive charts on pages: ON, OFF, or AUTO where node and npm are there and can fetch what is needed")
set_property(CACHE BURDEN_WEB PROPERTY STRINGS AUTO ON OFF)

set(BURDEN_WEB_DIR "${CMAKE_BINARY_DIR}/web")  # node_modules and what is made of them
find_program(NODE NAMES node nodejs)
find_program(NPM npm)
find_program(CHROMIUM NAMES chromium chromium-browser google-chrome)

# Why there is no script, or nothing: fetches the packages once a build folder and lock file.
#   fetch_web_packages(WHY)
function(fetch_web_packages why)
  set(${why} "" PARENT_SCOPE)
  if(NOT NODE OR NOT NPM)
    set(${why} "node and npm are not there" PARENT_SCOPE)
    return()
  endif()
  execute_process(COMMAND "${NODE}" --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT version MATCHES "^v([0-9]+)" OR CMAKE_MATCH_1 LESS 18)
    set(${why} "node is ${version}, and 18 is needed" PARENT_SCOPE)
    return()
  endif()
  # Tests look at pages in a browser; where there is none, what drives it is left out.
  set(kinds --omit=dev)
  if(BURDEN_TESTS AND CHROMIUM)
    set(kinds --include=dev)
  endif()
  set(lock "${CMAKE_SOURCE_DIR}/brief/web/package-lock.json")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    "${lock}" "${CMAKE_SOURCE_DIR}/brief/web/package.json")
  file(SHA256 "${lock}" key)
  set(key "${key} ${version} ${kinds}")
  set(stamp "${BURDEN_WEB_DIR}/fetched")
  if(EXISTS "${stamp}")
    file(READ "${stamp}" fetched)
    if(fetched STREQUAL key)
      return()
    endif()
  endif()
  file(COPY "${lock}" "${CMAKE_SOURCE_DIR}/brief/web/package.json" DESTINATION "${BURDEN_WEB_DIR}")
  message(STATUS "Fetching what draws charts on pages, by npm")
  execute_process(
    COMMAND "${NPM}" ci ${kinds} --prefer-offline --ignore-scripts --no-audit --no-fund --loglevel=error
      --fetch-retries=1 --fetch-timeout=60000
    WORKING_DIRECTORY "${BURDEN_WEB_DIR}" TIMEOUT 300
    RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(failed)
    string(REGEX MATCH "[^\n]*(code|errno) [^\n]*" said "${said} ")
    string(STRIP "npm ci failed (${failed}) ${said}" said)
    set(${why} "${said}" PARENT_SCOPE)
    return()
  endif()
  file(WRITE "${stamp}" "${key}")
endfunction()

# Compiles the style of pages, and their script where there is one, into a target.
#   compile_page_files(TARGET)
function(compile_page_files target)
  set(web "${CMAKE_SOURCE_DIR}/brief/web")
  set(out "${BURDEN_WEB_DIR}/page")
  set(made "${out}/page.js" "${out}/page.js.sha256" "${out}/licences.txt")
  if(BURDEN_WEB STREQUAL "OFF")
    set(missing "BURDEN_WEB is OFF")
  else()
    fetch_web_packages(missing)
    if(NOT missing STREQUAL "" AND NOT BURDEN_WEB STREQUAL "AUTO")
      message(FATAL_ERROR "BURDEN_WEB is ${BURDEN_WEB}, but ${missing}")
    endif()
  endif()
  if(NOT missing STREQUAL "")
    message(STATUS "Interactive charts on pages: no (${missing}); pages have tables alone")
    set(out "${BURDEN_WEB_DIR}/without")
    set(made "")
    foreach(file page.js page.js.sha256 licences.txt)
      file(WRITE "${out}/${file}" "")
    endforeach()
  else()
    message(STATUS "Interactive charts on pages: yes")
    add_custom_command(OUTPUT ${made}
      COMMAND "${NODE}" "${web}/bundle.mjs" "${web}/entry.js" "${BURDEN_WEB_DIR}" "${out}"
      DEPENDS "${web}/bundle.mjs" "${web}/entry.js" "${BURDEN_WEB_DIR}/fetched"
      COMMENT "Bundling the script of pages" VERBATIM)
    install(FILES "${out}/licences.txt" DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME page-licences.txt)
  endif()
  set_property(GLOBAL PROPERTY BURDEN_WEB_DRAWS "${made}")

  # The assembler takes a file in as it stands, in no time; a compiler would read an array number by number.
  set(assembly "${BURDEN_WEB_DIR}/page_files.S")
  set(text "#if defined(__ELF__)\n.section .note.GNU-stack,\"\",%progbits\n.section .rodata\n#endif\n")
  foreach(pair "script:${out}/page.js" "script_hash:${out}/page.js.sha256" "licences:${out}/licences.txt"
      "style:${web}/page.css")
    string(REGEX MATCH "^([a-z_]+):(.*)$" pair "${pair}")
    string(APPEND text
      ".global burden_page_${CMAKE_MATCH_1}\n.global burden_page_${CMAKE_MATCH_1}_end\n"
      "burden_page_${CMAKE_MATCH_1}:\n.incbin \"${CMAKE_MATCH_2}\"\nburden_page_${CMAKE_MATCH_1}_end:\n.byte 0\n")
  endforeach()
  file(CONFIGURE OUTPUT "${assembly}" CONTENT "${text}" @ONLY)
  set_source_files_properties("${assembly}" PROPERTIES OBJECT_DEPENDS "${made};${web}/page.css")
  # A target of its own: our warnings are about C++.
  add_library(${target}_page_files OBJECT "${assembly}" ${made})
  set_target_properties(${target}_page_files PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:${target}_page_files>)
endfunction()
