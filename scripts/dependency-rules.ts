/** What a package of others must be before it comes in. */
import type { Finding } from './findings.ts'
import { type Lock, nameOf, ownPlaces, packagesOf } from './lock-file.ts'

const WHY = {
  integrity: 'without a checksum in the lock file another content can come under the same name.',
  script:
    'an install script runs as whoever installs; each is allowed by name in package.json (allowScripts), or not at all.',
  licence:
    'only licences without copyleft enter (docs/adr/0001-licence-mit.md); what we do not know we may not use.',
  pinned: 'what stands in package.json and what is installed must be one version.',
  named: 'each package has a line in docs/dependencies.md: what for, why this one, how to leave it.',
}

const allowedLicences = new Set(
  'MIT MIT-0 BSD-2-Clause BSD-3-Clause Apache-2.0 ISC MPL-2.0 0BSD BlueOak-1.0.0 CC0-1.0 Unlicense'.split(
    ' ',
  ),
)

/** Whose licence stands in a file or in words of its own: read by a person, for this version, and why it may come in. */
export const readByHand: Readonly<Record<string, string>> = {
  'fhirpath@5.2.0': 'BSD-like terms of the US National Library of Medicine, LICENSE.md',
  '@lhncbc/ucum-lhc@5.0.4':
    'BSD-like terms of the same; the table of units under those of UCUM: use and passing on are free, LICENSE.md',
  'argparse@2.0.1': 'Python-2.0: permissive, asks for its notice',
  'emitter-component@1.1.2': 'MIT, as its repository says (component-emitter)',
  '@expo-google-fonts/noto-sans@0.4.2':
    'the package MIT, the font OFL-1.1: may be passed on and put into documents; the documents stay free of it',
  '@expo-google-fonts/noto-sans-arabic@0.4.3': 'the same',
  'png-js@2.0.0': 'MIT, LICENSE',
}

// The registry gives no checksum for Biome's programs for other machines; they are never installed at a client.
const withoutChecksum = /^node_modules\/@biomejs\/cli-/

export type Rules = { allowScripts: Record<string, boolean>; document: string }

export function dependencyFindings(lock: Lock, { allowScripts, document }: Rules): Finding[] {
  const packages = packagesOf(lock)
  const say = (fact: string, why: string): Finding => ({ file: 'package-lock.json', fact, why })
  const allowed = Object.entries(allowScripts).filter(([, is]) => is)
  const withScript = new Set(
    packages.flatMap(([place, one]) => (one.hasInstallScript ? [nameOf(place)] : [])),
  )
  return [
    ...packages.flatMap(([place, one]) => {
      const name = nameOf(place)
      const known = withoutChecksum.test(place) && one.optional === true && one.dev === true
      const script = one.hasInstallScript === true && allowScripts[name] !== true
      const isRead = Object.hasOwn(readByHand, `${name}@${one.version}`)
      const licence = one.license ?? 'no licence'
      return [
        ...(one.integrity?.startsWith('sha512-') || known
          ? []
          : [say(`${name} has no checksum`, WHY.integrity)]),
        ...(script ? [say(`${name} runs an install script`, WHY.script)] : []),
        ...(isRead || isAllowed(licence) ? [] : [say(`${name} has ${licence}`, WHY.licence)]),
      ]
    }),
    ...allowed
      .filter(([name]) => !withScript.has(name))
      .map(([name]) => say(`${name} may run an install script and has none`, WHY.script)),
    ...directFindings(lock, document),
  ]
}

/** A choice (OR) of which one is allowed; together (AND) all must be. */
function isAllowed(licence: string): boolean {
  const choices = licence.replace(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((one) => allowedLicences.has(one)))
}

function directFindings(lock: Lock, document: string): Finding[] {
  const named = new Set([...document.matchAll(/`([^`]+)`/g)].map(([, name]) => name))
  return ownPlaces(lock).flatMap((own) => {
    const { dependencies, devDependencies, optionalDependencies } = lock.get(own) ?? {}
    const file = own === '' ? 'package.json' : `${own}/package.json`
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    return all.flatMap(([name, version]): Finding[] => {
      const installed = lock.get(`${own}/node_modules/${name}`) ?? lock.get(`node_modules/${name}`)
      if (installed?.link === true) return []
      const isNamed = named.has(name) || named.has(`${name.split('/')[0]}/*`)
      return [
        ...(installed?.version === version
          ? []
          : [
              {
                file,
                fact: `asks for ${name} ${version}, the lock file has ${installed?.version}`,
                why: WHY.pinned,
              },
            ]),
        ...(isNamed ? [] : [{ file, fact: `${name} has no line in docs/dependencies.md`, why: WHY.named }]),
      ]
    })
  })
}
