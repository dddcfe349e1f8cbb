/** With what someone signed in, as far as its browser says; null where it does not. */
export type Device = { browser: string | null; system: string | null }

// In this order: most browsers also name those they want to be taken for.
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\/|\bOPiOS\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

/** The browser and the kind of machine in plain words, without versions: enough to know one's own devices apart. */
export function deviceOf(userAgent: string): Device {
  const first = (of: readonly [RegExp, string][]) => of.find(([sign]) => sign.test(userAgent))?.[1] ?? null
  return { browser: first(browsers), system: first(systems) }
}
