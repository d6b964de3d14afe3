/**
 * Keeps text in JSX where a page translator does no harm. Chrome's puts a text of its own, in two `font` elements,
 * in place of every text node. React goes on with the node that it made: to remove it, or to put anything before it,
 * throws and ends that part of the page; to write to it leaves the old text standing.
 *
 * Text that is an element's only child is safe, since React then writes `textContent`. So text beside anything that
 * is worked out while drawing stands in an element of its own, or is joined with its neighbours into one string. What
 * a component is given counts as text where its type allows text: that of `Elements` does not.
 */
import ts from 'typescript'

/**
 * What is read here of a node of JSX; ESLint's own types end at JavaScript.
 *
 * @typedef {object} JsxNode
 * @property {string} type
 * @property {import('eslint').AST.SourceLocation} loc
 * @property {unknown} [value] of a text
 * @property {JsxNode} [expression] of what stands in braces
 * @property {{ loc: import('eslint').AST.SourceLocation, name: { type: string, name?: string, property?: { name: string } } }} [openingElement]
 * @property {readonly JsxNode[]} [children]
 *
 * @typedef {object} TypeServices
 * @property {ts.Program} program
 * @property {{ get: (node: object) => ts.Node }} esTreeNodeToTSNodeMap
 */

const TEXT = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike

/** Components that draw nothing themselves: what they are given stands among the children of their parent. */
const TRANSPARENT = /^(Fragment|Suspense|StrictMode|Profiler|Activity)$|(Provider|Context)$/

/** @param {JsxNode} element */
const nameOf = ({ openingElement }) => openingElement?.name.property?.name ?? openingElement?.name.name ?? ''

/** @param {JsxNode} node */
const isComponent = (node) =>
  node.type === 'JSXElement' &&
  (node.openingElement?.name.type === 'JSXMemberExpression' || /^\p{Lu}/u.test(nameOf(node)))

/** @param {JsxNode} node */
const isTransparent = (node) =>
  node.type === 'JSXFragment' || (isComponent(node) && TRANSPARENT.test(nameOf(node)))

/**
 * JSX drops texts that are blank and hold a line break, and comments.
 *
 * @param {JsxNode} node
 */
const isDrawn = ({ type, value, expression }) =>
  type === 'JSXText'
    ? typeof value === 'string' && (value.trim() !== '' || !value.includes('\n'))
    : expression?.type !== 'JSXEmptyExpression'

/**
 * Whether it may come, go or change: what is in braces, and what draws we do not see what.
 *
 * @param {JsxNode} node
 */
const isWorkedOut = (node) =>
  node.type === 'JSXExpressionContainer' ||
  node.type === 'JSXSpreadChild' ||
  isComponent(node) ||
  isTransparent(node)

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Type} type
 * @returns {boolean}
 */
const allowsText = (checker, type) => {
  const whole = checker.getBaseConstraintOfType(type) ?? type
  if (whole.isUnion()) return whole.types.some((part) => allowsText(checker, part))
  // React makes no node of an empty text.
  return (whole.flags & TEXT) !== 0 && !(whole.isStringLiteral() && whole.value === '')
}

/**
 * Of a list each text is a node of its own, be it the only child.
 *
 * @param {ts.TypeChecker} checker
 * @param {ts.Type} type
 */
const listsText = (checker, type) =>
  (type.isUnion() ? type.types : [type]).some((part) => {
    const item = checker.isArrayLikeType(part)
      ? checker.getIndexTypeOfType(part, ts.IndexKind.Number)
      : undefined
    return item !== undefined && allowsText(checker, item)
  })

/**
 * Of components that are loaded late, and of libraries', React knows only that they draw a `ReactNode`, which may be
 * on its way. Ours are looked into.
 *
 * @param {ts.Type} type
 */
const isAnything = (type) => type.isUnion() && type.types.some((part) => part.getSymbol()?.name === 'Promise')

/** @type {import('eslint').Rule.RuleModule} */
export const textOfItsOwn = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      wrap: 'A page translator takes this text away from React: join it with the text beside it, or give it an element of its own.',
      element:
        'This component draws a bare text, which a page translator takes away from React: let it draw an element.',
    },
  },
  create: (context) => {
    /** @type {unknown} */
    const services = context.sourceCode.parserServices
    const { program, esTreeNodeToTSNodeMap } = /** @type {TypeServices} */ (services)
    const checker = program.getTypeChecker()

    /**
     * @param {JsxNode} child
     * @param {boolean} isAlone
     */
    const isLooseText = ({ type, expression }, isAlone) => {
      if (type === 'JSXText') return !isAlone
      if (type !== 'JSXExpressionContainer' || !expression) return false
      const given = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(expression))
      return listsText(checker, given) || (!isAlone && allowsText(checker, given))
    }

    /** @param {JsxNode} node */
    const lookInto = (node) => {
      const children = (node.children ?? []).filter(isDrawn)
      const isAlone = !isTransparent(node) && (children.length < 2 || !children.some(isWorkedOut))
      for (const child of children)
        if (isLooseText(child, isAlone)) context.report({ loc: child.loc, messageId: 'wrap' })
    }

    /** @param {JsxNode} node */
    const lookAt = (node) => {
      lookInto(node)
      if (!node.openingElement || !isComponent(node)) return
      const opening = esTreeNodeToTSNodeMap.get(node.openingElement)
      if (!ts.isJsxOpeningLikeElement(opening)) return
      const drawn = checker.getResolvedSignature(opening)?.getReturnType()
      if (drawn && !isAnything(drawn) && allowsText(checker, drawn))
        context.report({ loc: node.openingElement.loc, messageId: 'element' })
    }

    return { JSXElement: lookAt, JSXFragment: lookInto }
  },
}
