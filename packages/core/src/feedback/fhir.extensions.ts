/** The extensions of FHIR and of Structured Data Capture (SDC) that forms use, and what we do with each. */
const core = 'http://hl7.org/fhir/StructureDefinition/'
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/'

/** Read into the form: the short name by which the reader asks for it. */
const used = {
  itemControl: ['questionnaire-itemControl'],
  orientation: ['questionnaire-choiceOrientation'],
  hidden: ['questionnaire-hidden'],
  unit: ['questionnaire-unit'],
  unitOption: ['questionnaire-unitOption'],
  minValue: ['minValue'],
  maxValue: ['maxValue'],
  minQuantity: ['sdc-questionnaire-minQuantity'],
  maxQuantity: ['sdc-questionnaire-maxQuantity'],
  decimals: ['maxDecimalPlaces'],
  minLength: ['minLength'],
  regex: ['regex'],
  entryFormat: ['entryFormat'],
  minOccurs: ['questionnaire-minOccurs'],
  maxOccurs: ['questionnaire-maxOccurs'],
  sliderStep: ['questionnaire-sliderStepValue'],
  shortText: ['sdc-questionnaire-shortText'],
  variable: ['variable'],
  constraint: ['questionnaire-constraint', 'targetConstraint'],
  calculated: ['sdc-questionnaire-calculatedExpression', 'questionnaire-calculatedExpression'],
  initialExpression: ['sdc-questionnaire-initialExpression', 'questionnaire-initialExpression'],
  enableExpression: ['sdc-questionnaire-enableWhenExpression', 'questionnaire-enableWhenExpression'],
  weight: [
    'ordinalValue',
    'itemWeight',
    'questionnaire-ordinalValue',
    'valueset-ordinalValue',
    'codesystem-ordinalValue',
    'iso21090-CO-value',
  ],
  exclusive: ['questionnaire-optionExclusive'],
  optionPrefix: ['questionnaire-optionPrefix'],
  translation: ['translation'],
  displayCategory: ['questionnaire-displayCategory'],
  /** Of R5, where a form is written in R4: see `answerConstraintUrl`. */
  answerConstraint: [],
  unitOpen: ['sdc-questionnaire-unitOpen', 'questionnaire-unitOpen'],
  /** Our own: see `readingLevelUrl`. */
  readingLevel: [],
} as const
export type UsedExtension = keyof typeof used

/** Known, and without any effect on what is asked and answered here. */
const withoutEffect = new Set(
  `rendering-style rendering-xhtml rendering-markdown rendering-styleSensitive questionnaire-supportLink questionnaire-usageMode
  questionnaire-fhirType questionnaire-referenceResource questionnaire-referenceProfile questionnaire-referenceFilter
  questionnaire-baseType questionnaire-supportHyperlink maxSize mimeType designNote artifact-versionAlgorithm
  structuredefinition-fmm structuredefinition-wg structuredefinition-standards-status
  structuredefinition-normative-version structuredefinition-fmm-no-warnings cqf-library cqf-knowledgeCapability
  cqf-knowledgeRepresentationLevel cqf-scope resource-approvalDate resource-lastReviewDate
  sdc-questionnaire-launchContext sdc-questionnaire-launchContextPatient
  sdc-questionnaire-sourceQueries sdc-questionnaire-sourceStructureMap sdc-questionnaire-targetStructureMap
  sdc-questionnaire-entryMode sdc-questionnaire-performerType sdc-questionnaire-endpoint sdc-questionnaire-isSubject
  sdc-questionnaire-columnCount sdc-questionnaire-width sdc-questionnaire-collapsible sdc-questionnaire-openLabel
  sdc-questionnaire-keyboard sdc-questionnaire-choiceColumn sdc-questionnaire-optionalDisplay
  sdc-questionnaire-preferredTerminologyServer sdc-questionnaire-itemExtractionContext
  sdc-questionnaire-itemExtractionValue sdc-questionnaire-itemPopulationContext
  sdc-questionnaire-observationExtract sdc-questionnaire-observationLinkPeriod
  sdc-questionnaire-observationExtractCategory sdc-questionnaire-observation-extract-category
  sdc-questionnaire-prepopulate-subject sdc-questionnaire-assembledFrom sdc-questionnaire-assemble-expectation
  sdc-questionnaire-assembleContext sdc-questionnaire-definitionExtract sdc-questionnaire-definitionExtractValue
  sdc-questionnaire-templateExtract sdc-questionnaire-templateExtractBundle sdc-questionnaire-extractAllocateId
  sdc-questionnaire-allowedResource sdc-questionnaire-allowedProfile questionnaire-allowedResource
  questionnaireresponse-author questionnaireresponse-signature questionnaireresponse-reason preferred openLabel`.split(
    /\s+/,
  ),
)

const usedByUrl = new Map<string, UsedExtension>(
  Object.entries(used).flatMap(([name, ends]) =>
    ends.flatMap((end): [string, UsedExtension][] => [
      [core + end, name as UsedExtension],
      [sdc + end, name as UsedExtension],
    ]),
  ),
)

/** What we do with an extension: read it under a short name, keep it without effect, or keep it as not supported. */
export function extensionUse(url: unknown): UsedExtension | 'without-effect' | 'not-supported' {
  if (typeof url !== 'string') return 'not-supported'
  const name = usedByUrl.get(url)
  if (name !== undefined) return name
  if (url === answerConstraintUrl) return 'answerConstraint'
  if (url === readingLevelUrl) return 'readingLevel'
  return withoutEffect.has(url.slice(url.lastIndexOf('/') + 1)) ? 'without-effect' : 'not-supported'
}

/** The address under which we write an extension. */
export const extensionUrl = {
  itemControl: `${core}questionnaire-itemControl`,
  orientation: `${core}questionnaire-choiceOrientation`,
  hidden: `${core}questionnaire-hidden`,
  unit: `${core}questionnaire-unit`,
  unitOption: `${core}questionnaire-unitOption`,
  minValue: `${core}minValue`,
  maxValue: `${core}maxValue`,
  decimals: `${core}maxDecimalPlaces`,
  minLength: `${core}minLength`,
  regex: `${core}regex`,
  entryFormat: `${core}entryFormat`,
  minOccurs: `${core}questionnaire-minOccurs`,
  maxOccurs: `${core}questionnaire-maxOccurs`,
  sliderStep: `${core}questionnaire-sliderStepValue`,
  shortText: `${sdc}sdc-questionnaire-shortText`,
  variable: `${core}variable`,
  constraint: `${core}targetConstraint`,
  calculated: `${sdc}sdc-questionnaire-calculatedExpression`,
  initialExpression: `${sdc}sdc-questionnaire-initialExpression`,
  enableExpression: `${sdc}sdc-questionnaire-enableWhenExpression`,
  ordinalValue: `${core}ordinalValue`,
  itemWeight: `${core}itemWeight`,
  exclusive: `${core}questionnaire-optionExclusive`,
  optionPrefix: `${core}questionnaire-optionPrefix`,
  translation: `${core}translation`,
} as const

/** What an R5 element is called in R4 (and the other way round), so that nothing is lost between them. */
export const crossVersion = (element: string): string =>
  `http://hl7.org/fhir/5.0/StructureDefinition/extension-${element}`

/** Whether other answers than the options may be given, as R5 says it, in a form of R4. */
export const answerConstraintUrl = crossVersion('Questionnaire.item.answerConstraint')

/**
 * Beside a text: its words for another reading level (`level`: child or professional; `content`), in the language of the form
 * or in another one (`lang`). Ours: FHIR has no word for it.
 */
export const readingLevelUrl = 'urn:weerklank:fhir:StructureDefinition:reading-level'
