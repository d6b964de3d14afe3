import { use, type ComponentType } from 'react'
import { createLate } from '../../core/async/late'

/**
 * A component whose code is loaded when it is first drawn. Like `React.lazy` it suspends; unlike it, a failure to load
 * can be forgotten, which the nearest {@link Part} does.
 */
export const lateComponent = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  const late = createLate(load)
  const LateComponent = (props: Props) => {
    const Loaded = use(late.held())
    return <Loaded {...props} />
  }
  return LateComponent
}
