# The program's own room: it comes last, when every stage stands.
include(GNUInstallDirs)
find_package(CLI11 REQUIRED)
room(cli SOURCES arguments.cpp base_address.cpp batch.cpp batch_progress.cpp batch_session.cpp console.cpp corrections.cpp environment.cpp fix.cpp help.cpp home.cpp interrupt.cpp line_diff.cpp name_pattern.cpp progress.cpp publish.cpp reasons.cpp run.cpp schema.cpp shard_words.cpp stage_clock.cpp targets.cpp watch.cpp
     USES project content theme font layout profile pdf svg dump site
     LIBRARIES CLI11::CLI11 fmt::fmt Threads::Threads)
target_compile_definitions(zheye_cli PRIVATE
  ZHEYE_VERSION="${PROJECT_VERSION}"
  ZHEYE_SHARE_FOLDER="${CMAKE_INSTALL_FULL_DATADIR}/zheye"
  ZHEYE_SOURCE_FOLDER="${PROJECT_SOURCE_DIR}")
