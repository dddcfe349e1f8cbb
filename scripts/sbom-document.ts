/**
 * The parts list of what is installed at a client, in the format CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/).
 * Made from the lock file: `npm sbom --omit=dev` leaves out what a tool needs as well (seen with npm 11: nodemailer, jose).
 */
import { createHash } from 'node:crypto'
import { readByHand } from './dependency-rules.ts'
import { type Lock, type Locked, nameOf, ownPlaces, packagesOf, placeOf } from './lock-file.ts'

type Component = {
  type: 'library'
  'bom-ref': string
  name: string
  version: string
  scope: 'required' | 'optional'
  purl: string
  licenses: ({ license: { id: string } | { name: string } } | { expression: string })[]
  hashes: { alg: string; content: string }[]
}

export function sbomOf(lock: Lock, version: string) {
  const own = ownPlaces(lock).filter((place) => place.startsWith('packages/'))
  const shipped = reachedFrom(lock, own)
  const components = new Map(
    packagesOf(lock)
      .filter(([place]) => shipped.has(place))
      .map(([place, locked]) => [refOf(place, locked), componentOf(place, locked)]),
  )
  const refs = (place: string) => neededBy(lock, place).map((at) => refOf(at, lock.get(at) ?? {}))
  const root = `pkg:npm/weerklank@${version}`
  const graph = [...shipped].map((place) => ({
    ref: refOf(place, lock.get(place) ?? {}),
    dependsOn: refs(place),
  }))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: serialOf(JSON.stringify([...components.keys()])),
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': root, name: 'weerklank', version, purl: root } },
    components: [...components.values()],
    dependencies: [{ ref: root, dependsOn: [...new Set(own.flatMap(refs))] }, ...graph],
  }
}

/** The places of all that something of ours needs, or needs by way of others. */
function reachedFrom(lock: Lock, own: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const open = [...own]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const next of neededBy(lock, place)) {
      if (!reached.has(next)) open.push(next)
      reached.add(next)
    }
  }
  return reached
}

/** Where stands what one package needs; a peer that it can do without is not needed. */
function neededBy(lock: Lock, from: string): string[] {
  const {
    dependencies,
    optionalDependencies,
    peerDependencies = {},
    peerDependenciesMeta,
  } = lock.get(from) ?? {}
  const peers = Object.keys(peerDependencies).filter(
    (name) => peerDependenciesMeta?.[name]?.optional !== true,
  )
  const names = [...new Set([...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers])]
  const places = names.flatMap((name) => placeOf(lock, from, name) ?? [])
  return places.filter((place) => lock.get(place)?.link !== true)
}

function componentOf(place: string, locked: Locked): Component {
  const ref = refOf(place, locked)
  const [alg = '', content = ''] = locked.integrity?.split('-') ?? []
  const hex = Buffer.from(content, 'base64').toString('hex')
  return {
    ...{ type: 'library', 'bom-ref': ref, name: nameOf(place), version: locked.version ?? '', purl: ref },
    scope: locked.optional === true ? 'optional' : 'required',
    licenses: [licenceOf(place, locked)],
    hashes: hex === '' ? [] : [{ alg: alg.replace('sha', 'SHA-'), content: hex }],
  }
}

/** A name of the SPDX list, an expression of such names, or the words of whoever read it. */
function licenceOf(place: string, { license, version }: Locked): Component['licenses'][number] {
  if (license !== undefined && !/^SEE LICENSE/i.test(license))
    return / /.test(license) ? { expression: license } : { license: { id: license } }
  return { license: { name: readByHand[`${nameOf(place)}@${version}`] ?? 'NOASSERTION' } }
}

const refOf = (place: string, { version }: Locked) =>
  `pkg:npm/${nameOf(place).replace('@', '%40')}@${version}`

/** The same parts have the same number. */
function serialOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}
