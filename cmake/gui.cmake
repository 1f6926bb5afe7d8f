# The window: Qt 6 Widgets, Qt Charts and Qt Svg, over the same models as the command. Everything else is built, and
# passes its tests, without them.
set(BURDEN_GUI AUTO CACHE STRING "The window, burden-gui: ON, OFF, or AUTO where Qt 6 with Qt Charts is there")
set_property(CACHE BURDEN_GUI PROPERTY STRINGS AUTO ON OFF)

set(BURDEN_HAS_WINDOW OFF)
if(NOT BURDEN_GUI STREQUAL "OFF")
  find_package(Qt6 6.4 QUIET COMPONENTS Core Gui Widgets Charts Svg LinguistTools)
  if(Qt6_FOUND)
    set(BURDEN_HAS_WINDOW ON)
    message(STATUS "burden-gui: Qt ${Qt6_VERSION} with Qt Charts, whose licence is the GPL 3.0: so is that of this program")
  elseif(BURDEN_GUI STREQUAL "ON")
    set(found ${Qt6_NOT_FOUND_MESSAGE})
    message(FATAL_ERROR "BURDEN_GUI=ON, but Qt 6.4 with Widgets, Charts, Svg and LinguistTools was not found. On Debian: "
      "apt-get install qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools\n${found}")
  else()
    message(STATUS "burden-gui: left out, since Qt 6.4 with Qt Charts is not here (BURDEN_GUI=AUTO); all else is built")
  endif()
else()
  message(STATUS "burden-gui: left out (BURDEN_GUI=OFF)")
endif()
