import fc from 'fast-check'
import { expect, it } from 'vitest'
import { creationOptions, fromBase64Url, requestOptions, toBase64Url } from './passkey-json.ts'

const bytes = (text: string) => new TextEncoder().encode(text).buffer

it('gives back every row of bytes that it wrote', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (row) => {
      const written = toBase64Url(Uint8Array.from(row).buffer)
      expect(written).toMatch(/^[A-Za-z0-9_-]*$/)
      expect(new Uint8Array(fromBase64Url(written))).toEqual(row)
    }),
  )
})

it.each([
  ['', ''],
  ['f', 'Zg'],
  ['fo', 'Zm8'],
  ['foobar', 'Zm9vYmFy'],
  // RFC 4648, section 10; the last shows the two signs that base64url has for itself.
  ['\u{fb}\u{ff}\u{3e}\u{3f}', 'w7vDvz4_'],
])('%j is %s', (text, written) => {
  expect(toBase64Url(bytes(text))).toBe(written)
  expect(fromBase64Url(written)).toEqual(bytes(text))
})

it('hands the browser bytes where the server wrote text, and leaves the rest as it is', () => {
  const made = creationOptions({
    challenge: 'Zm9v',
    rp: { id: 'weerklank.example', name: 'Weerklank' },
    user: { id: 'YmFy', name: 'noor@delinde.nl', displayName: 'Noor' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [{ id: 'Zm9vYmFy', type: 'public-key', transports: ['internal'] }],
    attestation: 'none',
  })
  expect(made).toEqual({
    challenge: bytes('foo'),
    rp: { id: 'weerklank.example', name: 'Weerklank' },
    user: { id: bytes('bar'), name: 'noor@delinde.nl', displayName: 'Noor' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [{ id: bytes('foobar'), type: 'public-key', transports: ['internal'] }],
    attestation: 'none',
  })
})

it('asks for any passkey of this site when the server names none', () => {
  expect(
    requestOptions({ challenge: 'Zm9v', rpId: 'weerklank.example', userVerification: 'required' }),
  ).toEqual({
    challenge: bytes('foo'),
    rpId: 'weerklank.example',
    userVerification: 'required',
    allowCredentials: [],
  })
})
