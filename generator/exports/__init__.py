"""Files for other systems: `course_package` packs a course with `common_cartridge`."""
