import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'

type Facts = { version: string; publicUrl: string; fhirVersion: FhirVersion; date: string }

const form = 'http://hl7.org/fhir/SearchParameter/Questionnaire'
const answer = 'http://hl7.org/fhir/SearchParameter/QuestionnaireResponse'

/** What can be done here in FHIR, for programs that ask before they begin. */
export function capabilityStatement({ version, publicUrl, fhirVersion, date }: Facts): object {
  const interaction = (...codes: string[]) => codes.map((code) => ({ code }))
  const search = (name: string, type: string, base: string) => ({ name, type, definition: `${base}-${name}` })
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
          {
            type: 'Questionnaire',
            interaction: interaction('read', 'vread', 'create', 'update', 'search-type'),
            versioning: 'versioned-update',
            readHistory: true,
            updateCreate: false,
            conditionalCreate: true,
            searchParam: [
              search('url', 'uri', form),
              search('title', 'string', form),
              search('version', 'token', form),
              search('status', 'token', form),
            ],
          },
          {
            type: 'QuestionnaireResponse',
            interaction: interaction('read', 'create', 'search-type'),
            versioning: 'no-version',
            conditionalCreate: false,
            searchParam: [
              search('questionnaire', 'reference', answer),
              search('subject', 'reference', answer),
            ],
          },
        ],
      },
    ],
  }
}
