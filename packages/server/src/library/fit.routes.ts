import { fitEndpoints, placeOf } from '@weerklank/core/library/fit.contract'
import { checkSetting, type Setting } from '@weerklank/core/relation/relation'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, serveSelf } from '../access/access.ts'
import { loadFitDeps, offers } from './fit.ts'

/** What is at hand. Tags come in and items go out: nothing of it is about anybody, and none of it is written down. */
export function serveFit(to: MemberApi): void {
  const deps = loadFitDeps()
  serveSelf(to, fitEndpoints.fitLibrary, async (_, { query }, trx) => {
    const place = placeOf(query)
    const setting = settingOf(query)
    if (place === null || setting === 'wrong') throw new AppError('invalid-input')
    return { offers: await offers(trx, deps, { place, setting, voice: query.voice ?? null }) }
  })
  serveSelf(to, fitEndpoints.fitThemes, async () => ({
    themes: [...deps.codeNames].map(([key, name]) => ({ key, name })),
  }))
}

type Said = {
  kind?: Setting['kind'] | undefined
  context?: Setting['context'] | undefined
  situation?: Setting['situation'] | undefined
}

/** The setting that was said; null without one, `wrong` when its parts do not fit together (S004, table 2). */
function settingOf(said: Said): Setting | null | 'wrong' {
  const { kind, context = null, situation = null } = said
  if (kind === undefined) return context === null && situation === null ? null : 'wrong'
  const setting = { kind, context, situation }
  return checkSetting(setting).allowed ? setting : 'wrong'
}
