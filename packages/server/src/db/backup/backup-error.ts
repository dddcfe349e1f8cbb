/** A backup cannot be made or put back. The message says what happened and what to do. */
export class BackupError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'BackupError'
  }
}

export function damaged(path: string, cause?: unknown): BackupError {
  return new BackupError(
    `The backup ${path} is damaged or incomplete, so nothing of it was used: take another copy of it, or an earlier backup.`,
    cause,
  )
}
