import { type AuditBasis, type AuditKind, auditBases } from '@weerklank/core/audit/audit'
import { auditGroups } from '@weerklank/core/audit/audit.groups'

/** What the address of the log says; in Dutch, for whoever reads it. */
export type AuditSearch = {
  van?: string | undefined
  tot?: string | undefined
  wie?: string | undefined
  over?: string | undefined
  soort?: AuditKind | undefined
  waarom?: AuditBasis | undefined
  samenwerking?: string | undefined
  mens?: string | undefined
}

export const auditKindValues = ['R', 'C', 'U', 'D', 'E'] as const satisfies readonly AuditKind[]

const day = /^\d{4}-\d\d-\d\d$/
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The search of an address, without what the server would not take. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const text = (name: keyof AuditSearch, fits: RegExp) => {
    const value = search[name]
    return typeof value === 'string' && fits.test(value) ? value : undefined
  }
  // Undefined is said aloud: of a key that is left out, the router keeps what the address says.
  return {
    ...{ van: text('van', day), tot: text('tot', day), wie: text('wie', id) },
    ...{ samenwerking: text('samenwerking', id), mens: text('mens', id) },
    over: auditGroups.find((group) => group === search.over),
    soort: auditKindValues.find((kind) => kind === search.soort),
    waarom: auditBases.find((basis) => basis === search.waarom),
  }
}

/** The same, as the server is asked; undefined where nothing is asked. */
export function filterOf(search: AuditSearch) {
  const { van, tot, wie, over, soort, waarom, samenwerking, mens } = search
  return {
    ...{ from: van, until: tot, actor: wie, group: over },
    ...{ kind: soort, basis: waarom, relation: samenwerking, person: mens },
  }
}

/** Whether anything is asked at all. */
export function isNarrowed(search: AuditSearch): boolean {
  return Object.values(filterOf(search)).some((value) => value !== undefined)
}
