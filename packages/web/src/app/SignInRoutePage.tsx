import { SignInPage } from '../access/SignInPage.tsx'
import { PlainFrame } from './PlainFrame.tsx'

export function SignInRoutePage() {
  return (
    <PlainFrame>
      <SignInPage />
    </PlainFrame>
  )
}
