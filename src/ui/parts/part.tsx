import { Component, Suspense, type ReactElement } from 'react'
import { PartNotLoaded } from '../../core/async/late'
import type { Elements } from '../primitives/elements'
import { FailedDialog, FailedPart } from './failed-part'

interface BoundaryProps {
  readonly children: Elements
  readonly inPlace: (error: unknown, tryAgain: () => void) => ReactElement
}

/** `null` while nothing has failed; what is thrown may be anything. */
interface BoundaryState {
  readonly failure: { readonly error: unknown } | null
}

const forget = ({ failure }: BoundaryState): void => {
  if (failure?.error instanceof PartNotLoaded) failure.error.forget()
}

/** React has boundaries as classes only. */
class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: null }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: { error } }
  }

  /** Opened again, a dialog is another try. */
  override componentWillUnmount() {
    forget(this.state)
  }

  readonly tryAgain = () => {
    forget(this.state)
    this.setState({ failure: null })
  }

  override render() {
    const { failure } = this.state
    return failure ? this.props.inPlace(failure.error, this.tryAgain) : this.props.children
  }
}

interface PartProps {
  readonly children: Elements
  /** Seen while its code is on the way. */
  readonly meanwhile?: ReactElement | null
}

/**
 * A part of the page that is loaded, and may fail, by itself: an error stands in its place and the rest goes on. The
 * state lies behind all parts, so none of it is lost.
 */
export const Part = ({ children, meanwhile = null }: PartProps) => (
  <Boundary inPlace={(error, tryAgain) => <FailedPart error={error} tryAgain={tryAgain} />}>
    <Suspense fallback={meanwhile}>{children}</Suspense>
  </Boundary>
)

/** The same for a dialog, whose error is a dialog as well. */
export const DialogPart = ({
  children,
  onClose,
}: {
  readonly children: Elements
  readonly onClose: () => void
}) => (
  <Boundary
    inPlace={(error, tryAgain) => <FailedDialog error={error} tryAgain={tryAgain} onClose={onClose} />}
  >
    <Suspense fallback={null}>{children}</Suspense>
  </Boundary>
)

/** The same for the whole page, which can be reloaded besides: its own button for that is gone. */
export const PagePart = ({ children }: { readonly children: Elements }) => (
  <Boundary inPlace={(error, tryAgain) => <FailedPart error={error} tryAgain={tryAgain} whole />}>
    {children}
  </Boundary>
)
