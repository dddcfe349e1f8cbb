import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth } from '@weerklank/core/shared/time'
import { html } from '../../http/html.ts'
import { openNetwork, standingOf } from '../network.people.ts'
import { presentWave } from '../network.presenter.ts'
import { wavesOf } from '../network.repository.ts'
import { mapWordsFor } from './map.text.ts'
import { to } from './own.frame.ts'
import type { OwnCircle, OwnCircleSection } from './own.section.ts'

/** As whom somebody by her link reads the map. */
export const networkReach = ({ workspace, context, relation, now, self }: OwnCircle) => ({
  ...{ workspace, context, relation, now, me: { participant: self.participant_id } },
})

/** The map, where there is one: what can be filled in, or the way to it. */
export const mapSection: OwnCircleSection = {
  key: 'map',
  show: async (trx, page) => {
    const network = await openNetwork(trx, networkReach(page))
    const waves = (await wavesOf(trx, network.circle)).map((row) => presentWave(row, network.today))
    if (waves.length === 0) return null
    const words = mapWordsFor(page.listener)
    const open = waves.find(({ state }) => state === 'open')
    const day = open && dayMonth(`${open.closesOn}T12:00:00Z`, page.listener.language, 'UTC')
    const asks = open && html`<p>${fill(words.open, { title: open.title, day: day ?? '' })}</p>`
    const way = standingOf(network) === 'may-fill' || open === undefined ? words.title : words.toChoice
    return html`<section><h2>${words.title}</h2><p>${words.intro}</p>${asks ?? null}
      <p><a class="b" href="${to(page, '/kaart')}">${way}</a></p></section>`
  },
}
