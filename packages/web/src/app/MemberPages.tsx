import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, Outlet, useMatches } from '@tanstack/react-router'
import type { Me } from '@weerklank/core/access/access.contract'
import { useEffect } from 'react'
import { meQuery } from '../access/access.queries.ts'
import { MeContext } from '../access/access.ts'
import { NoContentPage } from '../access/NoContentPage.tsx'
import { listenForChanges } from '../api/events.ts'
import { placedRooms, roomPlaces } from './room-places.ts'
import { Shell } from './Shell.tsx'

/** The frame round all pages of members. Whoever may not see content gets no live events. */
export function MemberPages() {
  const { data: me } = useQuery(meQuery)
  const queryClient = useQueryClient()
  const live = me?.mayWorkWithContent === true
  useEffect(() => (live ? listenForChanges(queryClient) : undefined), [live, queryClient])
  if (me === undefined) return null
  return (
    <MeContext value={me}>
      <Shell>
        <Page me={me} />
      </Shell>
    </MeContext>
  )
}

/** The page of the address where it is hers; who comes in by the front door goes to the first room she has. */
function Page({ me }: { me: Me }) {
  const { room, pathname } = useMatches({
    select: (matches) => ({ room: matches.at(-1)?.staticData.room, pathname: matches.at(-1)?.pathname }),
  })
  const isHers = room === undefined ? me.mayWorkWithContent : room === 'everyone' || me.rooms.includes(room)
  if (isHers) return <Outlet />
  const [first] = placedRooms(me.rooms)
  return pathname === '/' && first !== undefined ? (
    <Navigate to={roomPlaces[first].to} replace />
  ) : (
    <NoContentPage />
  )
}
