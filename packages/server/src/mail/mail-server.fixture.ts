/** A real mail server for tests: keeps what it takes, and fails as a test tells it to. */
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Taken = { from: string; to: string[]; raw: string }

type Options = SMTPServerOptions & {
  /** Called for each mail before it is taken; what it throws is the answer of the server. */
  onMail?: (nth: number) => Error | undefined
  /** Cuts the line in the middle of so many mails. */
  cut?: number
}

export async function mailServer(options: Options = {}) {
  const { onMail, cut = 0, ...rest } = options
  const mails: Taken[] = []
  const seen = { tries: 0, secure: [] as boolean[] }
  let cuts = cut
  const server = new SMTPServer({
    authOptional: true,
    ...(rest.secure || rest.key ? {} : { disabledCommands: ['STARTTLS'] }),
    closeTimeout: 100,
    ...rest,
    onData(stream, session, done) {
      seen.tries++
      seen.secure.push(session.secure)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (cuts > 0) {
          cuts--
          for (const connection of connections(server)) connection.destroy()
        }
      })
      stream.on('end', () => {
        const refusal = onMail?.(seen.tries)
        if (refusal !== undefined) return done(refusal)
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        mails.push({ from, to: rcptTo.map((one) => one.address), raw: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  // A client that is refused or cut off is no failure of the test.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, port, mails, seen, close, [Symbol.asyncDispose]: close }
}

type Line = { destroy: () => void }

/** The open lines of the server, as it keeps them. */
function connections(server: SMTPServer): Line[] {
  const lines = (server as unknown as { connections: Set<{ _socket: Line }> }).connections
  return [...lines].map((connection) => connection._socket)
}

/** A header of a mail as it went over the line, folded lines put together. */
export function headersOf(raw: string, name: string): string[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return head
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim())
}

/** What a reader sees of the plain text: quoted-printable undone. */
export function textOf(raw: string): string {
  const plain = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)(?:\r\n--|$)/i.exec(raw)?.[1] ?? ''
  const bytes = plain
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n')
}
