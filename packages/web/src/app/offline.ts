type ScriptUrl = string | { toString: () => string }
type Policy = { createScriptURL: (url: string) => ScriptUrl }
type Factory = {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy
}

const address = '/sw.js'

/** Has the browser keep the frame of the app (public/sw.js). Where it cannot, nothing is lost but that. */
export async function keepFrame(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  // The content policy (server: http/security-headers.ts) knows this name; it lets this one script in and no other.
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
  const policy = factory?.createPolicy('weerklank-frame', { createScriptURL: () => address })
  const script = (policy?.createScriptURL(address) ?? address) as string
  await navigator.serviceWorker.register(script, { updateViaCache: 'none' }).catch(() => undefined)
}
