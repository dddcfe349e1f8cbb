import { useMutation } from '@tanstack/react-query'
import { networkMap } from '@weerklank/core/charts/network-map'
import { networkMapSigns } from '@weerklank/core/charts/network-map-legend'
import { pictureFile } from '@weerklank/core/charts/picture-file'
import type { Language } from '@weerklank/core/shared/language'
import type { networkExportPurposes } from '@weerklank/core/team/network'
import type { NetworkClosed, networkEndpoints } from '@weerklank/core/team/network.contract'
import { missingSentences } from '@weerklank/core/team/network.words'
import { networkPicture } from '@weerklank/core/team/network-picture'
import { call } from '../api/client.ts'
import { keepFile } from '../ui/keep-file.ts'
import { type NetworkAsked, networkRoot } from './network.queries.ts'

type Endpoints = typeof networkEndpoints

type Taking = {
  purpose: (typeof networkExportPurposes)[number]
  format: 'csv' | 'svg'
  language: Language
  words: { title: string; sentence: string; below: string }
}

/** Takes the map along, as a table or a picture; both are made of what the server gives for that purpose. */
export function useTakeNetwork({ relation, wave, since }: NetworkAsked) {
  return useMutation({
    mutationFn: async ({ purpose, format, language, words }: Taking) => {
      const file = await call<Endpoints['exportNetwork']>('POST', `${networkRoot}/:wave/exports`, {
        params: { relation, wave },
        body: { purpose, language, since },
      })
      const text = format === 'csv' ? file.csv : drawn(file.details, { language, words })
      const type = format === 'csv' ? 'text/csv' : 'image/svg+xml'
      keepFile(new Blob([text], { type: `${type};charset=utf-8` }), `${file.name}.${format}`)
    },
  })
}

function drawn(
  { map, compared }: NetworkClosed,
  { language, words }: Pick<Taking, 'language' | 'words'>,
): string {
  const { title, sentence } = words
  const head = { idPrefix: 'bestand', title, description: sentence, lang: language, width: 960 }
  const input = networkPicture({ map, compared, focus: null }, head)
  const below = [...missingSentences(map, language), words.below]
  return pictureFile({
    ...{ lang: language, title, sentence, picture: networkMap(input) },
    ...{ legend: networkMapSigns(input), below },
  }).svg
}
