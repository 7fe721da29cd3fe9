import { AppError, type ErrorCode } from '#shared/errors.ts'

/** SQLite's result codes and Node's errno codes a user can meet; extended codes fall back to their primary one. */
const codes: Record<string, ErrorCode> = {
  SQLITE_FULL: 'DISK_FULL',
  SQLITE_IOERR_SHMSIZE: 'DISK_FULL',
  SQLITE_CORRUPT: 'DATABASE_CORRUPT',
  SQLITE_NOTADB: 'DATABASE_CORRUPT',
  SQLITE_READONLY: 'DATABASE_READ_ONLY',
  SQLITE_PERM: 'DATABASE_READ_ONLY',
  SQLITE_BUSY: 'DATA_DIR_IN_USE',
  SQLITE_LOCKED: 'DATA_DIR_IN_USE',
  SQLITE_CANTOPEN: 'DATA_DIR_UNUSABLE',
  SQLITE_IOERR: 'DATA_DIR_UNUSABLE',
  SQLITE_PROTOCOL: 'DATA_DIR_UNUSABLE',
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EACCES: 'DATA_DIR_UNUSABLE',
  EPERM: 'DATA_DIR_UNUSABLE',
  EROFS: 'DATA_DIR_UNUSABLE',
  ENOTDIR: 'DATA_DIR_UNUSABLE',
  EEXIST: 'DATA_DIR_UNUSABLE',
  ENOENT: 'DATA_DIR_UNUSABLE',
  ENAMETOOLONG: 'DATA_DIR_UNUSABLE',
  EIO: 'DATA_DIR_UNUSABLE',
}

/** Turns what SQLite or the file system threw into the AppError a user can act on; anything else comes back as it is. */
export function wrapSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error
  const raw = (error as { code?: unknown }).code
  if (typeof raw !== 'string') return error
  const code = codes[raw] ?? codes[raw.split('_', 2).join('_')]
  return code === undefined ? error : new AppError(code, { path, detail: error.message }, { cause: error })
}

/** Runs `work`, turning what it throws by `wrapSqliteError`. */
export function wrapping<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw wrapSqliteError(error, path)
  }
}
