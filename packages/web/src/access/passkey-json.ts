// The JSON forms of the WebAuthn standard (level 3, 5.1.8 to 5.1.10), written out: not every browser that has passkeys has
// parseCreationOptionsFromJSON and toJSON yet. Extensions are left out: none are asked for.

type CreationOptions = PublicKeyCredentialCreationOptions
type RequestOptions = PublicKeyCredentialRequestOptions

/** Bytes as base64url without padding. */
export function toBase64Url(bytes: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The bytes of a base64url text; throws when it is none. */
export function fromBase64Url(text: string): ArrayBuffer {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0)).buffer
}

/** What the server asks for a new passkey, as the browser takes it. */
export function creationOptions(json: unknown): CreationOptions {
  const options = json as PublicKeyCredentialCreationOptionsJSON
  const { challenge, user, excludeCredentials = [], extensions: _, ...rest } = options
  return {
    ...(rest as Omit<CreationOptions, 'challenge' | 'user' | 'excludeCredentials'>),
    challenge: fromBase64Url(challenge),
    user: { ...user, id: fromBase64Url(user.id) },
    excludeCredentials: excludeCredentials.map(descriptor),
  }
}

/** What the server asks of a passkey, as the browser takes it. */
export function requestOptions(json: unknown): RequestOptions {
  const options = json as PublicKeyCredentialRequestOptionsJSON
  const { challenge, allowCredentials = [], extensions: _, ...rest } = options
  return {
    ...(rest as Omit<RequestOptions, 'challenge' | 'allowCredentials'>),
    challenge: fromBase64Url(challenge),
    allowCredentials: allowCredentials.map(descriptor),
  }
}

function descriptor({ id, transports }: PublicKeyCredentialDescriptorJSON): PublicKeyCredentialDescriptor {
  const known = transports as AuthenticatorTransport[] | undefined
  return { type: 'public-key', id: fromBase64Url(id), ...(known && { transports: known }) }
}

/** A passkey's answer as JSON with an `id`, for the server. */
export type CredentialJson = { id: string; [part: string]: unknown }

/** What the browser made of a new passkey. */
export function createdJson(made: PublicKeyCredential): CredentialJson {
  const response = made.response as AuthenticatorAttestationResponse
  return credentialJson(made, {
    clientDataJSON: toBase64Url(response.clientDataJSON),
    attestationObject: toBase64Url(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  })
}

/** What a passkey answered. */
export function assertedJson(given: PublicKeyCredential): CredentialJson {
  const response = given.response as AuthenticatorAssertionResponse
  return credentialJson(given, {
    clientDataJSON: toBase64Url(response.clientDataJSON),
    authenticatorData: toBase64Url(response.authenticatorData),
    signature: toBase64Url(response.signature),
    ...(response.userHandle !== null && { userHandle: toBase64Url(response.userHandle) }),
  })
}

function credentialJson(credential: PublicKeyCredential, response: Record<string, unknown>): CredentialJson {
  const { id, rawId, type, authenticatorAttachment: attachment } = credential
  return {
    id,
    rawId: toBase64Url(rawId),
    type,
    response,
    ...(attachment !== null && { authenticatorAttachment: attachment }),
    clientExtensionResults: {},
  }
}
