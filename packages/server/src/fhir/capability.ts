import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'

type Facts = { version: string; publicUrl: string; fhirVersion: FhirVersion; date: string }

/** What can be done here in FHIR, for programs that ask before they begin. */
export function capabilityStatement({ version, publicUrl, fhirVersion, date }: Facts): object {
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
        resource: [questionnaires(publicUrl), responses(publicUrl)],
        interaction: interaction('transaction', 'batch'),
      },
    ],
  }
}

const interaction = (...codes: string[]) => codes.map((code) => ({ code }))

const parameters = 'http://hl7.org/fhir/SearchParameter'
const search = (base: string, names: readonly (readonly [name: string, type: string])[]) => [
  ...names.map(([name, type]) => ({ name, type, definition: `${parameters}/${base}-${name}` })),
  { name: '_id', type: 'token', definition: `${parameters}/Resource-id` },
  { name: '_lastUpdated', type: 'date', definition: `${parameters}/Resource-lastUpdated` },
]

/** Our own operation: what was told when a resource came in. */
const report = (publicUrl: string) => ({
  name: 'report',
  definition: `${publicUrl}/fhir/OperationDefinition/report`,
})

function questionnaires(publicUrl: string): object {
  return {
    type: 'Questionnaire',
    interaction: interaction('read', 'vread', 'create', 'update', 'search-type'),
    versioning: 'versioned-update',
    readHistory: true,
    updateCreate: false,
    conditionalCreate: true,
    searchParam: search('Questionnaire', [
      ['url', 'uri'],
      ['name', 'string'],
      ['title', 'string'],
      ['version', 'token'],
      ['status', 'token'],
    ]),
    operation: [
      { name: 'validate', definition: 'http://hl7.org/fhir/OperationDefinition/Resource-validate' },
      report(publicUrl),
    ],
  }
}

function responses(publicUrl: string): object {
  return {
    type: 'QuestionnaireResponse',
    interaction: interaction('read', 'create', 'search-type'),
    versioning: 'no-version',
    conditionalCreate: false,
    searchParam: search('QuestionnaireResponse', [
      ['questionnaire', 'reference'],
      ['subject', 'reference'],
      ['patient', 'reference'],
      ['status', 'token'],
      ['authored', 'date'],
    ]),
    operation: [report(publicUrl)],
  }
}
