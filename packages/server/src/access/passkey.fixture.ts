/** An authenticator in software: makes keys (P-256) and answers as a phone or a security key does (WebAuthn level 3, §6). */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Key = { id: string; privateKey: KeyObject; counter: number; userHandle: string; domain: string }
type Options = { challenge: string; [name: string]: unknown }

/** What may be wrong with an answer. */
export type Flaw = {
  origin?: string
  domain?: string
  challenge?: string
  type?: string
  withoutVerification?: boolean
  brokenSignature?: boolean
  counter?: number
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

export type Authenticator = {
  keys: Key[]
  /** Makes a key; the answer is what `credential.toJSON()` gives in a browser. */
  create: (options: Options, flaw?: Flaw) => object
  /** Answers a question for a key with the last one made. */
  get: (options: Options, flaw?: Flaw) => object
}

export function softwareAuthenticator(publicUrl: string): Authenticator {
  const keys: Key[] = []
  return {
    keys,
    create: (options, flaw = {}) => {
      const made = newKey(options)
      keys.push(made.key)
      const id = Buffer.from(made.key.id, 'base64url')
      const attested = Buffer.concat([Buffer.alloc(16), uint16(id.length), id, coseKey(made.publicKey)])
      const domain = flaw.domain ?? made.key.domain
      const authData = Buffer.concat([authDataOf(domain, { more: 0x40, flaw, counter: 0 }), attested])
      const clientDataJSON = clientData('webauthn.create', options, { origin: publicUrl, ...flaw })
      const attestationObject = withoutAttestation(authData).toString('base64url')
      const transports = ['internal']
      const response = { clientDataJSON: clientDataJSON.toString('base64url'), attestationObject, transports }
      return { ...credential(made.key.id), response }
    },
    get: (options, flaw = {}) => {
      const key = keys.at(-1)
      if (key === undefined) throw new Error('There is no key')
      key.counter = flaw.counter ?? key.counter + 1
      const authData = authDataOf(flaw.domain ?? key.domain, { more: 0, flaw, counter: key.counter })
      const json = clientData('webauthn.get', options, { origin: publicUrl, ...flaw })
      const signature = sign('sha256', Buffer.concat([authData, sha256(json)]), key.privateKey)
      if (flaw.brokenSignature) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
      const response = {
        clientDataJSON: json.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: key.userHandle,
      }
      return { ...credential(key.id), response }
    },
  }
}

function newKey(options: Options): { key: Key; publicKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32).toString('base64url')
  const [rp, user] = [options.rp, options.user] as { id: string }[]
  const key = { id, privateKey, counter: 0, userHandle: user?.id ?? '', domain: rp?.id ?? '' }
  return { key, publicKey }
}

function clientData(type: string, options: Options, flaw: Flaw): Buffer {
  const { origin, challenge = options.challenge } = flaw
  return Buffer.from(JSON.stringify({ type: flaw.type ?? type, challenge, origin, crossOrigin: false }))
}

function withoutAttestation(authData: Buffer): Buffer {
  return cborMap([
    [cborText('fmt'), cborText('none')],
    [cborText('attStmt'), cborMap([])],
    [cborText('authData'), cborBytes(authData)],
  ])
}

const credential = (id: string) => ({
  ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
  authenticatorAttachment: 'platform',
})

/** §6.1: hash of the domain, flags (present, verified, and more), counter. */
function authDataOf(domain: string, of: { more: number; flaw: Flaw; counter: number }): Buffer {
  const flags = 0x01 | (of.flaw.withoutVerification ? 0 : 0x04) | of.more
  const count = Buffer.alloc(4)
  count.writeUInt32BE(of.counter)
  return Buffer.concat([sha256(domain), Buffer.from([flags]), count])
}

/** RFC 9053, §7.1.1: an elliptic curve key, ES256 on P-256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return cborMap([
    [Buffer.from([0x01]), Buffer.from([0x02])],
    [Buffer.from([0x03]), Buffer.from([0x26])],
    [Buffer.from([0x20]), Buffer.from([0x01])],
    [Buffer.from([0x21]), cborBytes(Buffer.from(x, 'base64url'))],
    [Buffer.from([0x22]), cborBytes(Buffer.from(y, 'base64url'))],
  ])
}

// As much of CBOR (RFC 8949) as an attestation needs.
const uint16 = (value: number) => Buffer.from([value >> 8, value & 255])
const cborHead = (major: number, length: number) =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255])
const cborText = (text: string) => Buffer.concat([cborHead(3, Buffer.byteLength(text)), Buffer.from(text)])
const cborBytes = (bytes: Buffer) => Buffer.concat([cborHead(2, bytes.length), bytes])
const cborMap = (entries: [Buffer, Buffer][]) =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flat()])
