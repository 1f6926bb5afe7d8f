# A room is a folder, a namespace and a library. Its headers are reached as "burden/<room>/<header>.hpp" through an
# include root of its own in the build tree, so that an include against the arrows does not compile.
#
#   room(inputs
#     SOURCES facts.cpp ...        compiled here
#     HEADERS facts.hpp ...        public, each must compile alone
#     KNOWS models                 rooms below, visible through this one
#     PUBLICLY Boost::headers      libraries that public headers name
#     PRIVATELY fmt::fmt           libraries that only sources name
#   )
function(room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;HEADERS;KNOWS;PUBLICLY;PRIVATELY" ${ARGN})
  set(root "${CMAKE_BINARY_DIR}/roots/${name}")
  file(MAKE_DIRECTORY "${root}/burden")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${name}" "${root}/burden/${name}" SYMBOLIC)

  add_library(burden_${name} STATIC ${ROOM_SOURCES})
  add_library(burden::${name} ALIAS burden_${name})
  set_target_properties(burden_${name} PROPERTIES EXPORT_NAME ${name})
  list(TRANSFORM ROOM_HEADERS PREPEND "${root}/burden/${name}/")
  target_sources(burden_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${root}" FILES ${ROOM_HEADERS})
  list(TRANSFORM ROOM_KNOWS PREPEND burden_)
  target_link_libraries(burden_${name}
    PUBLIC ${ROOM_KNOWS} ${ROOM_PUBLICLY}
    # Our warnings are ours: users of the installed package are not to find this target.
    PRIVATE $<BUILD_INTERFACE:burden_strict>)
  foreach(library ${ROOM_PRIVATELY})
    get_target_property(type ${library} TYPE)
    if(type STREQUAL "INTERFACE_LIBRARY")
      # Headers that only sources include: the installed package does without them.
      set(library $<BUILD_INTERFACE:${library}>)
    endif()
    target_link_libraries(burden_${name} PRIVATE ${library})
  endforeach()
  target_compile_features(burden_${name} PUBLIC cxx_std_20)
  compiled_once(burden_${name})
endfunction()

# The headers that nearly every file of ours opens, compiled once a target: they are what takes its time.
#   compiled_once(TARGET HEADERS...)    and those besides
function(compiled_once target)
  target_precompile_headers(${target} PRIVATE
    <algorithm> <array> <compare> <concepts> <functional> <map> <memory> <optional> <set> <span> <string>
    <string_view> <utility> <variant> <vector> ${ARGN})
endfunction()
