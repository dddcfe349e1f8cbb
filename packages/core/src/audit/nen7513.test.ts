import { expect, test } from 'vitest'
import { auditKinds } from './audit.ts'
import { eachShown, nenFields, nenRowOf, type RecordedLine } from './nen7513.ts'

const line: RecordedLine = {
  ...{ id: 'l1', at: '2026-11-19T08:00:00.000Z', actor: 'm1', action: 'feedback.read', kind: 'R' },
  ...{
    subject: 'feedback',
    subjectId: 's1',
    relation: 'r1',
    person: null,
    token: null,
    roles: ['professional', 'coach'],
  },
  purpose: null,
  shown: null,
  ...{ basis: 'emergency', chain: { lane: 3, seq: '9', line: 1, hash: 'ab' } },
}
const of = { site: 'w1', source: 'https://weerklank.example', userName: 'Noor Bakker' }

test('a line under the names of NEN 7513', () => {
  expect(nenRowOf(line, of)).toEqual({
    ...{ EventID: 'l1', EventActionCode: 'R', EventDateTime: line.at, EventOutcomeIndicator: '0' },
    ...{ EventTypeCode: 'feedback.read', UserID: 'm1', UserName: 'Noor Bakker', UserIsRequestor: 'true' },
    ...{ RoleIDCode: 'professional coach', PurposeOfUse: 'emergency', ParticipantObjectTypeCode: '2' },
    ...{
      ParticipantObjectIDTypeCode: 'feedback',
      ParticipantObjectID: 's1',
      ParticipantObjectDataLifeCycle: '6',
    },
    ...{ ParticipantObjectPermissionPolicySet: 'emergency', PatientID: '', behandelrelatieProtocol: 'r1' },
    ...{ AuditEnterpriseSiteID: 'w1', AuditSourceID: 'https://weerklank.example' },
    ...{ ChainLane: '3', ChainSequence: '9', ChainLine: '1', ChainHash: 'ab', ByToken: '' },
  })
})

test('for what data were taken out stands with why that was allowed; what was refused is no success', () => {
  const taken = nenRowOf({ ...line, action: 'audit.exported', basis: 'role', purpose: 'review' }, of)
  expect(taken).toMatchObject({ PurposeOfUse: 'role review', EventOutcomeIndicator: '0' })
  const refused = nenRowOf({ ...line, action: 'export.refused', basis: 'role', purpose: 'personnel' }, of)
  expect(refused).toMatchObject({ PurposeOfUse: 'role personnel', EventOutcomeIndicator: '4' })
})

test('what a program did in the name of a member says by which token', () => {
  expect(nenRowOf({ ...line, token: 't1' }, of)).toMatchObject({ UserID: 'm1', ByToken: 't1' })
})

test('what is not known stays empty, and a damaged record is a serious failure', () => {
  const old = { ...line, kind: null, basis: null, chain: null, relation: null, roles: [] }
  const row = nenRowOf({ ...old, action: 'audit.found-broken', actor: 'system', subject: 'person' }, of)
  expect(Object.keys(row)).toEqual(nenFields)
  expect(nenFields.filter((field) => row[field] === '')).toEqual([
    ...['EventActionCode', 'RoleIDCode', 'PurposeOfUse', 'ParticipantObjectDataLifeCycle'],
    ...['ParticipantObjectPermissionPolicySet', 'PatientID', 'behandelrelatieProtocol'],
    ...['ChainLane', 'ChainSequence', 'ChainLine', 'ChainHash', 'ByToken'],
  ])
  expect(row).toMatchObject({
    EventOutcomeIndicator: '8',
    UserIsRequestor: 'false',
    ParticipantObjectTypeCode: '1',
  })
})

test('each kind has its place in the life of the data', () => {
  const cycles = [...new Set(Object.values(auditKinds))].map((kind) => {
    const row = nenRowOf({ ...line, kind }, of)
    return [row.EventActionCode, row.ParticipantObjectDataLifeCycle]
  })
  expect(Object.fromEntries(cycles)).toEqual({ C: '1', R: '6', U: '3', D: '14', E: '6' })
})

test('a look at many at once is a row for the look and one for each that it showed', () => {
  const look = { ...line, relation: null, shown: { count: 3, relations: ['r1', 'r2'], persons: ['p1'] } }
  const rows = eachShown(look).map((one) => nenRowOf(one, of))
  expect(rows.map((row) => [row.behandelrelatieProtocol, row.PatientID])).toEqual([
    ['', ''],
    ['r1', ''],
    ['r2', ''],
    ['', 'p1'],
  ])
  expect(new Set(rows.map(({ EventID, ChainHash }) => `${EventID} ${ChainHash}`)).size).toBe(1)
  expect(eachShown({ ...line, shown: null })).toHaveLength(1)
})
