import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The letters of what is printed: Latin, Greek and Cyrillic, and beside them Arabic. */
export const fontNames = ['regular', 'bold', 'arabic', 'arabic-bold'] as const
export type FontName = (typeof fontNames)[number]

const files: Readonly<Record<FontName, string>> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  arabic: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'arabic-bold': '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
}

const read = new Map<FontName, Uint8Array>()
const { resolve } = createRequire(import.meta.url)

/** The file of a font, read when it is first needed. */
export function fontBytes(name: FontName): Uint8Array {
  const known = read.get(name)
  if (known !== undefined) return known
  const bytes = new Uint8Array(readFileSync(resolve(files[name])))
  read.set(name, bytes)
  return bytes
}
