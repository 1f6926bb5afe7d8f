# Runs the installed program from another folder, without any environment: it brings its facts along.
file(MAKE_DIRECTORY "${PREFIX}/elsewhere")

function(run expected)
  execute_process(COMMAND env -i "${PREFIX}/bin/burden" ${ARGN}
    WORKING_DIRECTORY "${PREFIX}/elsewhere"
    OUTPUT_VARIABLE out ERROR_VARIABLE err RESULT_VARIABLE status)
  if(NOT status EQUAL 0 OR NOT err STREQUAL "")
    message(SEND_ERROR "burden ${ARGN}: exit status ${status}, and on standard error: ${err}")
  endif()
  string(FIND "${out}" "${expected}" place)
  if(place EQUAL -1)
    message(SEND_ERROR "burden ${ARGN}: '${expected}' is not in\n${out}")
  endif()
endfunction()

run("${VERSION}" --version)
run("5.0 times too high")
run("burden target")
run("5 %" target jpn --share 5% --by 2035)
run("1,055.1" hns jpn-sma-2022 --renewals flat)
run("supported" claim "1,055.1 bn JPY over 5 years" --of jpn-sma-2022)
