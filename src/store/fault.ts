import { Fault } from '#model'

const PACKED: readonly (readonly [pattern: RegExp, make: (file: string, cause: unknown) => Fault])[] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (file, cause) =>
      new Fault('locked', 'Another process is writing to this case and did not finish in time. Nothing of this step was kept.', {
        place: file,
        mend: 'Wait until the other command has ended, then run this one again; reading is possible meanwhile.',
        cause,
      }),
  ],
  [/^SQLITE_NOTADB/, (file, cause) => notACase(file, cause)],
  [
    /^SQLITE_CORRUPT/,
    (file, cause) =>
      new Fault('damaged', 'The case file is damaged: SQLite cannot follow its pages.', {
        place: file,
        mend: 'Take the last good copy of the file; `parley export` or `parley verify` on the copy shows that it is whole.',
        cause,
      }),
  ],
  [/^SQLITE_FULL|^ENOSPC/, (file, cause) => full(file, cause)],
  [
    /^SQLITE_IOERR/,
    (file, cause) =>
      new Fault('cannot-write', 'The disk under the case could not be written or read: it may be full or gone. Nothing of this step was kept.', {
        place: file,
        mend: 'Free some space or bring the disk back, then run the command again.',
        cause,
      }),
  ],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM)|^E(ACCES|PERM|ROFS)/,
    (file, cause) =>
      new Fault('cannot-write', 'The case cannot be written here: the file or its folder is read-only.', {
        place: file,
        mend: 'Give yourself the right to write in the folder, or copy the case to one where you may write.',
        cause,
      }),
  ],
]

/** What to say of a file that is no case. */
export function notACase(file: string, cause?: unknown): Fault {
  return new Fault('not-a-case', 'This file is not a Parley case.', {
    place: file,
    mend: 'Name a file made by `parley new`; to add this file as a report, use `parley add`.',
    ...(cause !== undefined && { cause }),
  })
}

function full(file: string, cause: unknown): Fault {
  return new Fault('disk-full', 'The disk is full. Reports added before this one are kept; nothing of this step was.', {
    place: file,
    mend: 'Free some space, then run the command again: what is there already is passed over.',
    cause,
  })
}

/** A fault in our words for anything SQLite or the file system throws; other errors stay as they are. */
export function faultOf(error: unknown, file: string): unknown {
  if (error instanceof Fault) return error
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return error
  return PACKED.find(([pattern]) => pattern.test(code))?.[1](file, error) ?? error
}
