import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'

type Facts = { version: string; publicUrl: string; fhirVersion: FhirVersion; date: string }

/** What can be done here in FHIR, for programs that ask before they begin. */
export function capabilityStatement(facts: Facts): object {
  const { version, publicUrl, fhirVersion, date } = facts
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date,
    kind: 'instance',
    software: { name: 'Weerklank', version },
    implementation: { description: 'Forms and answers of one organisation', url: `${publicUrl}/fhir` },
    fhirVersion: fhirVersion === '5.0' ? '5.0.0' : '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        documentation: 'R4 and R5, chosen by the parameter fhirVersion of Accept and Content-Type.',
        security: { description: 'A bearer token that a member made, with the scopes it needs.' },
        resource: [
          questionnaires(facts),
          responses(facts),
          { type: 'OperationDefinition', interaction: interaction('read') },
        ],
        interaction: interaction('transaction', 'batch'),
      },
    ],
  }
}

const interaction = (...codes: string[]) => codes.map((code) => ({ code }))

const parameters = 'http://hl7.org/fhir/SearchParameter'

/** R5 gathered what all canonical resources, and all of a patient, are searched by. */
const inR5: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['url', 'name', 'title', 'version', 'status'].map((name) => [
      `Questionnaire-${name}`,
      `CanonicalResource-${name}`,
    ]),
  ),
  'QuestionnaireResponse-patient': 'clinical-patient',
}

function search(
  base: string,
  { fhirVersion }: Pick<Facts, 'fhirVersion'>,
  names: readonly (readonly [name: string, type: string])[],
) {
  const own = names.map(([name, type]) => {
    const definition = `${base}-${name}`
    return { name, type, definition: fhirVersion === '5.0' ? (inR5[definition] ?? definition) : definition }
  })
  return [
    ...own,
    { name: '_id', type: 'token', definition: 'Resource-id' },
    { name: '_lastUpdated', type: 'date', definition: 'Resource-lastUpdated' },
  ].map((one) => ({ ...one, definition: `${parameters}/${one.definition}` }))
}

const reportUrl = (publicUrl: string) => `${publicUrl}/fhir/OperationDefinition/report`

/** Our own operation: what was told when a resource came in. */
const report = ({ publicUrl }: Facts) => ({ name: 'report', definition: reportUrl(publicUrl) })

/** What that operation is, for programs that look it up. */
export function reportDefinition({ publicUrl, date }: Pick<Facts, 'publicUrl' | 'date'>): object {
  return {
    ...{ resourceType: 'OperationDefinition', id: 'report', url: reportUrl(publicUrl) },
    ...{ name: 'Report', title: 'What was told of this resource', status: 'active', kind: 'operation', date },
    ...{ affectsState: false, code: 'report', resource: ['Questionnaire', 'QuestionnaireResponse'] },
    description:
      'Of a form: what works and what is kept without being asked, per item. Of answers: what was computed, and what could not be.',
    ...{ system: false, type: false, instance: true },
    parameter: [{ name: 'return', use: 'out', min: 1, max: '1', type: 'OperationOutcome' }],
  }
}

function questionnaires(facts: Facts): object {
  return {
    type: 'Questionnaire',
    interaction: interaction('read', 'vread', 'create', 'update', 'search-type'),
    versioning: 'versioned-update',
    readHistory: true,
    updateCreate: false,
    conditionalCreate: true,
    searchParam: search('Questionnaire', facts, [
      ['url', 'uri'],
      ['name', 'string'],
      ['title', 'string'],
      ['version', 'token'],
      ['status', 'token'],
    ]),
    operation: [
      { name: 'validate', definition: 'http://hl7.org/fhir/OperationDefinition/Resource-validate' },
      report(facts),
    ],
  }
}

function responses(facts: Facts): object {
  return {
    type: 'QuestionnaireResponse',
    interaction: interaction('read', 'create', 'search-type'),
    versioning: 'versioned',
    readHistory: false,
    conditionalCreate: false,
    searchParam: search('QuestionnaireResponse', facts, [
      ['questionnaire', 'reference'],
      ['subject', 'reference'],
      ['patient', 'reference'],
      ['status', 'token'],
      ['authored', 'date'],
    ]),
    operation: [report(facts)],
  }
}
