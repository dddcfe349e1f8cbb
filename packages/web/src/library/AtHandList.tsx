import './at-hand.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import type { Offer } from '@weerklank/core/library/fit.contract'
import { itemKindWords } from '@weerklank/core/library/item.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { atHandText } from './at-hand.text.ts'
import { wayBack } from './came-from.ts'
import { type FitAsked, fitQuery } from './fit.queries.ts'

/** Up to three items, each with why it is offered; from there one comes back to this place. */
export function AtHandList({ asked, anchor }: { asked: FitAsked; anchor: string }) {
  const text = useText(atHandText)
  const { data, error } = useQuery(fitQuery(asked))
  if (data === undefined) return error === null ? null : <p role="alert">{text.failed}</p>
  return (
    <div className="wk-at-hand">
      <p className="wk-muted wk-small">{data.offers.length === 0 ? text.nothing : text.offered}</p>
      {data.offers.length === 0 ? (
        <Link to="/kennis" search={{}}>
          {text.toLibrary}
        </Link>
      ) : (
        <ul>
          {data.offers.map((offer) => (
            <OneOffer key={offer.key} offer={offer} anchor={anchor} />
          ))}
        </ul>
      )}
    </div>
  )
}

function OneOffer({ offer, anchor }: { offer: Offer; anchor: string }) {
  const text = useText(atHandText)
  const language = useLanguage()
  const { pathname, searchStr, hash } = useLocation()
  const van = wayBack({ pathname, search: searchStr, hash: hash === '' ? '' : `#${hash}` }, anchor)
  const { key, kind, title, minutes, provenance, because } = offer
  const own = title[language] === undefined ? (language === 'nl' ? 'en' : 'nl') : language
  const facts = [
    itemKindWords[kind][language],
    ...(minutes === null ? [] : [text.minutes(minutes)]),
    ...(provenance === 'chatbot-list' ? [text.chatbot] : []),
  ]
  return (
    <li>
      <Link to="/kennis/$key" params={{ key }} search={{ van }} lang={own}>
        {title[own]}
      </Link>
      <span className="wk-muted wk-small">
        {facts.join(' · ')} — {because[language]}
      </span>
    </li>
  )
}
