#ifndef POWER_CUT_H
#define POWER_CUT_H

/// Makes SQLite remember, for each file below `folder`, what was written and not yet synced: what a power cut would lose.
///
/// All files opened from now on go through this; those elsewhere as before. Call it once, before any is opened.
/// Returns 0, or an error code of SQLite.
int power_cut_watch(const char *folder);

/// Lets syncs of files below `folder` do nothing from now on, though they report success. One such folder at a time.
void power_cut_lie(const char *folder);

/// Writes what would be left of the file at `path`, had the power been cut at this moment, to `copy`. A file that is not
/// watched is copied as it is.
///
/// Nobody may be writing meanwhile. Returns 0, or -1 if a file cannot be read or written.
int power_cut_copy(const char *path, const char *copy);

#endif
