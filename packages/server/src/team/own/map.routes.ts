import { AppError } from '@weerklank/core/shared/errors'
import { type NetworkWaveId, networkWaveId, participantId } from '@weerklank/core/shared/ids'
import { oftens, usefuls } from '@weerklank/core/team/network'
import type { Hono, Context as HonoContext } from 'hono'
import { setContext } from '../../db/context.ts'
import { readForm } from '../../http/form-body.ts'
import type { Trx } from '../../schema.ts'
import { openNetwork, standingOf } from '../network.people.ts'
import { asHerself, presentWave } from '../network.presenter.ts'
import { answeredIn, wavesOf } from '../network.repository.ts'
import { present } from '../network.routes.ts'
import { type Told, tellTies, untellTies } from '../network.tell.ts'
import { serveMapConsent } from './map.consent.ts'
import { mapListPage, mapShutPage } from './map.page.ts'
import { networkReach } from './map.section.ts'
import { mapSheetPage, type Sought } from './map.sheet.ts'
import { mapWordsFor } from './map.text.ts'
import { answerCircle, circleOf, noteInCircle, type OwnCircleDeps, sendCircle } from './own.door.ts'
import { formInCircle } from './own.form.ts'
import type { OwnCircle } from './own.section.ts'

/** Two answers about each of many people, and something over. */
const formSize = { bytes: 65_536, fields: 500 }

/** The map of who works with whom, by link: choosing, filling in, and reading it once it is shut. */
export function serveOwnMap(app: Hono, deps: OwnCircleDeps): void {
  serveMapConsent(app, deps)
  app.get('/n/:token/kaart', (c) =>
    answerCircle(c, deps, async () => {
      const told = c.req.query('gedaan') ?? null
      return sendCircle(c, await circleOf(c, deps, (trx, page) => listed(trx, { deps, page, told })))
    }),
  )
  app.get('/n/:token/kaart/:wave', (c) =>
    answerCircle(c, deps, async () => {
      const since = idIn(c.req.query('naast'))
      const sought = { side: c.req.query('kant') ?? '', name: c.req.query('naam')?.slice(0, 80) ?? '' }
      const look = { wave: waveOf(c), since, sought }
      const made = await circleOf(c, deps, (trx, page) => shown(trx, { deps, page, ...look }))
      return sendCircle(c, made)
    }),
  )
  app.post('/n/:token/kaart/:wave', (c) =>
    answerCircle(c, deps, async () => {
      const told = toldIn(await readForm(c, formSize))
      return formInCircle(c, deps, async (trx, page) => {
        const isShut = await keep(trx, { deps, page, wave: waveOf(c), told })
        return { below: '/kaart', said: `gedaan=${isShut ? 'dicht' : 'bewaard'}` }
      })
    }),
  )
  app.post('/n/:token/kaart/:wave/terug', (c) =>
    answerCircle(c, deps, () =>
      formInCircle(c, deps, async (trx, page) => {
        await untellTies(trx, await openNetwork(trx, networkReach(page)), waveOf(c))
        await noteInCircle(trx, deps, { page, action: 'network.untold' })
        return { below: '/kaart', said: 'gedaan=terug' }
      }),
    ),
  )
}

const idIn = (value: string | undefined): NetworkWaveId | null => networkWaveId.safeParse(value).data ?? null

function waveOf(c: HonoContext): NetworkWaveId {
  const wave = idIn(c.req.param('wave'))
  if (wave === null) throw new AppError('not-found')
  return wave
}

type Of = { deps: OwnCircleDeps; page: OwnCircle }

async function listed(trx: Trx, { deps, page, told }: Of & { told: string | null }): Promise<string> {
  const network = await openNetwork(trx, networkReach(page))
  const rows = await wavesOf(trx, network.circle)
  const filled = new Set<string>()
  if (network.me !== null) {
    await setContext(trx, asHerself(network, network.me))
    for (const { id } of rows) {
      if ((await answeredIn(trx, id)).has(network.me.participant)) filled.add(id)
    }
    await setContext(trx, page.context)
  }
  await noteInCircle(trx, deps, { page, action: 'network.listed' })
  const words = mapWordsFor(page.listener)
  const texts: Readonly<Record<string, string>> = {
    ...{ bewaard: words.kept, dicht: words.shutNow, terug: words.takenBack },
  }
  return mapListPage(page, {
    waves: rows.map((row) => presentWave(row, network.today)),
    ...{ standing: standingOf(network), filled, told: told === null ? null : (texts[told] ?? null) },
  })
}

type Look = Of & { wave: NetworkWaveId; since: NetworkWaveId | null; sought: Sought }

async function shown(trx: Trx, { deps, page, wave, since, sought }: Look): Promise<string> {
  const network = await openNetwork(trx, networkReach(page))
  const details = await present(trx, network, { wave, since, isLook: false })
  await noteInCircle(trx, deps, { page, action: 'network.read' })
  if (details.state === 'open' && details.sheet.standing === 'may-fill')
    return mapSheetPage(page, { ...details, sought })
  if (details.state !== 'closed') return listed(trx, { deps, page, told: null })
  const rows = await wavesOf(trx, network.circle)
  const at = rows.findIndex(({ id }) => id === wave)
  const earlier = rows.slice(at + 1).map((row) => presentWave(row, network.today))
  return mapShutPage(page, { details, earlier: earlier.filter(({ state }) => state === 'closed') })
}

/** Keeps what was filled in; gives whether the moment is shut by it. */
async function keep(
  trx: Trx,
  { deps, page, wave, told }: Of & { wave: NetworkWaveId; told: readonly Told[] },
): Promise<boolean> {
  const network = await openNetwork(trx, networkReach(page), { toStore: true })
  await tellTies(trx, network, { wave, told })
  await noteInCircle(trx, deps, { page, action: 'network.told' })
  return (await present(trx, network, { wave, since: null, isLook: false })).state === 'closed'
}

/** The people about whom something was chosen; whoever was skipped is not among them. */
function toldIn(fields: Iterable<readonly [string, string]>): Told[] {
  const said = new Map(fields)
  return [...said].flatMap(([name, value]) => {
    const to = name.startsWith('o-') ? participantId.safeParse(name.slice(2)).data : undefined
    const often = oftens.find((one) => one === value)
    if (to === undefined || often === undefined) return []
    return [{ to, often, useful: usefuls.find((one) => one === said.get(`u-${to}`)) ?? null }]
  })
}
