/** One good request per endpoint of files of analyses. */
import type { exchangeEndpoints } from '@weerklank/core/analysis/exchange.contract'
import type { GoodRequest } from './test-requests.types.ts'

type Id = (typeof exchangeEndpoints)[keyof typeof exchangeEndpoints]['id']

/** A list of codes with one code: the smallest file that brings something. */
const codebook =
  '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="B0000000-0000-4000-8000-000000000001" name="Vertrouwen" isCodable="true"/></Codes></CodeBook>'

export const exchangeRequests: Readonly<Record<Id, GoodRequest>> = {
  importAnalysis: {
    reaches: 'overview',
    parts: (app) => ({
      body: {
        ...{ id: app.world.newId(), title: 'Van elders', ground: 'made-up' },
        file: Buffer.from(codebook).toString('base64'),
      },
    }),
    wrong: ['ground', 'because'],
    audit: 'analysis.imported',
  },
  exportAnalysis: {
    reaches: 'analysis',
    parts: (_, { analysis }) => ({
      params: { analysis: analysis.id },
      query: { format: 'csv', purpose: 'research' },
    }),
    wrong: ['format', 'doc'],
    audit: 'analysis.exported',
  },
}
