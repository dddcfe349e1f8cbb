import { type MutualPictureInput, mutualHeight, mutualPicture } from '@weerklank/core/charts/mutual-picture'
import { pictureFile } from '@weerklank/core/charts/picture-file'
import { runChart } from '@weerklank/core/charts/run-chart'
import type { RunChartSeries } from '@weerklank/core/charts/run-chart-input'
import { runChartLegend } from '@weerklank/core/charts/run-chart-legend'
import { type SmallMultiplesInput, smallMultiples } from '@weerklank/core/charts/small-multiples'
import type { Language } from '@weerklank/core/shared/language'
import type { Drawn } from './check-picture-file.ts'

// As wide as a page of A4 holds at a readable size, whatever screen it was made on.
const size = { width: 720, height: 300 }

type Line = { series: RunChartSeries; title: string; sentence: string; below: readonly string[] }

/** The run chart as a file: with sentence, legend, caution and date. */
export function lineFile({ series, title, sentence, below }: Line): Drawn {
  const svg = runChart({ ...series, ...size, idPrefix: 'bestand', title, description: sentence })
  const { lang } = series
  const legend = runChartLegend(series)
  return pictureFile({ lang, title, sentence, picture: { svg, ...size }, legend, below })
}

type Items = { input: Omit<SmallMultiplesInput, 'width'>; sentence: string; below: readonly string[] }

type Mutual = {
  input: Omit<MutualPictureInput, 'width' | 'idPrefix'> & { lang: Language }
  below: readonly string[]
}

/** Two people side by side as a file. */
export function mutualFile({ input, below }: Mutual): Drawn {
  const { lang, title, description, rows } = input
  const { width } = size
  const svg = mutualPicture({ ...input, idPrefix: 'bestand', width })
  const picture = { svg, width, height: mutualHeight({ width, rows }) }
  return pictureFile({ lang, title, sentence: description, picture, legend: [], below })
}

/** The small lines per question as a file. */
export function itemsFile({ input, sentence, below }: Items): Drawn {
  const picture = smallMultiples({ ...input, idPrefix: 'bestand', width: size.width })
  const { lang, title } = input
  return pictureFile({ lang, title, sentence, picture, legend: [], below })
}
