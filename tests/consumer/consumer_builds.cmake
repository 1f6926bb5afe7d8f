# Builds a project that knows nothing but the installed package, and compares the figure it prints.
set(consumer "${BUILD}/consumer/build")
file(REMOVE_RECURSE "${consumer}")
execute_process(
  COMMAND "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${consumer}"
    "-DCMAKE_PREFIX_PATH=${PREFIX}" "-DCMAKE_CXX_COMPILER=${COMPILER}"
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${consumer}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${consumer}/consumer" OUTPUT_VARIABLE out COMMAND_ERROR_IS_FATAL ANY)
if(NOT out STREQUAL "66.559430552614827\n")
  message(FATAL_ERROR "printed '${out}'")
endif()
