/** The smallest logger the server needs; pino fits. Lines are English and hold no personal data, tokens or content. */
export type Log = {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}
