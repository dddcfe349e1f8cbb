import type { DataTable } from './data-tables.types.ts'

/** What an organisation changed about the formats of talking together. */
export const formatTables: Readonly<Record<string, DataTable>> = {
  dialogue_format: {
    words: [
      'Eigen gespreksvormen, versie voor versie',
      'Own formats of talking together, version by version',
    ],
    common: 'workspace_id id created_at created_by',
    fields: {
      version: ['de hoeveelste versie', 'which version'],
      from_key: ['van welke gespreksvorm het een kopie is', 'of which format it is a copy'],
      status: [
        'draft: in de maak · published: klaar · withdrawn: weggehaald',
        'draft: being made · published: ready · withdrawn: offered no more',
      ],
      body: [
        'de vorm zelf: stappen, minuten, rollen en regels',
        'the format: steps, minutes, roles and rules',
      ],
      revision: ['hoe vaak er iets aan veranderd is', 'how often something of it changed'],
      changed_at: ['wanneer er voor het laatst iets veranderde', 'when something last changed'],
      published_at: ['sinds wanneer men hem kan gebruiken', 'since when it can be used'],
    },
  },
}
