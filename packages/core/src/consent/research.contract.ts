import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { researchExportId } from '../shared/ids.ts'
import { requiredText } from '../shared/text-input.ts'
import { consentStates } from './consent.ts'

/** Every number says where it comes from (domain.md §1.7, trap 1). */
const fromRegister = z.literal('register')
const fromMaterial = z.literal('material')

/** The administrative register: who was asked, what she decided, how often she took part. No content. */
export const registerRow = z.object({
  code: z.string(),
  consent: z.enum(consentStates),
  consentAt: z.iso.datetime().nullable(),
  /** How many checks came in per month, whether or not they may be used. */
  moments: z.array(z.object({ month: z.iso.date(), kind: z.literal('check'), received: z.int() })),
})
export type RegisterRow = z.infer<typeof registerRow>

/** One answer of someone whose consent is in force. Numbers only: open texts do not come here. */
export const researchAnswer = z.object({
  id: z.string(),
  code: z.string(),
  voice: z.string(),
  kind: z.string(),
  context: z.string().nullable(),
  situation: z.string().nullable(),
  instrument: z.string(),
  instrumentVersion: z.int(),
  answers: z.record(z.string(), z.number()),
  answeredOn: z.iso.date(),
})
export type ResearchAnswer = z.infer<typeof researchAnswer>

/** A file that left. `withdrawn`: whoever has it must take these people out. */
export const researchExport = z.object({
  id: researchExportId,
  title: z.string(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  rows: z.int(),
  publishedAt: z.iso.datetime().nullable(),
  withdrawn: z.array(z.object({ code: z.string(), at: z.iso.datetime() })),
})
export type ResearchExport = z.infer<typeof researchExport>

export const exportFormats = ['csv', 'json'] as const

const refusals = ['not-signed-in', 'not-allowed'] as const

export const researchEndpoints = {
  register: {
    id: 'getResearchRegister',
    method: 'GET',
    path: '/api/research/register',
    summary: 'The register of research: who was asked, what was decided, how often someone took part',
    response: z.object({
      source: fromRegister,
      people: z.array(registerRow),
      counts: z.object({ source: fromRegister, people: z.int(), consented: z.int(), moments: z.int() }),
    }),
    errors: refusals,
  },
  answers: {
    id: 'getResearchAnswers',
    method: 'GET',
    path: '/api/research/answers',
    summary: 'The material of research: answers of people whose consent is in force',
    query: z.object({ from: z.coerce.number().int().min(0).max(10_000_000).default(0) }),
    response: z.object({
      source: fromMaterial,
      answers: z.array(researchAnswer),
      counts: z.object({ source: fromMaterial, people: z.int(), answers: z.int() }),
      /** Where the next page begins, or null at the end. */
      next: z.int().nullable(),
    }),
    errors: [...refusals, 'invalid-input'],
  },
  makeExport: {
    id: 'makeResearchExport',
    method: 'POST',
    path: '/api/research/exports',
    summary: 'Take the material out as a file. Who is in it is kept, so that a withdrawal can be told.',
    body: z.strictObject({
      id: researchExportId,
      title: requiredText(120),
      format: z.enum(exportFormats),
      purpose: exportPurpose,
    }),
    response: z.object({
      export: researchExport,
      file: z.object({ name: z.string(), type: z.string(), content: z.string() }),
    }),
    errors: [...refusals, 'invalid-input', 'purpose-refused', 'conflict'],
  },
  listExports: {
    id: 'listResearchExports',
    method: 'GET',
    path: '/api/research/exports',
    summary: 'The files that left, and who withdrew since',
    response: z.object({ exports: z.array(researchExport) }),
    errors: refusals,
  },
  publish: {
    id: 'publishResearchExport',
    method: 'POST',
    path: '/api/research/exports/:export/published',
    summary:
      'Say that results of a file were published: a later withdrawal cannot take that back, and says so',
    params: z.object({ export: researchExportId }),
    body: z.strictObject({ published: z.literal(true) }),
    response: researchExport,
    errors: [...refusals, 'not-found', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
