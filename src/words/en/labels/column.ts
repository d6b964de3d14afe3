/** What the column of labels says beside the tags'. */
export const labels = {
  mode: 'Labels',
  tags: 'Tags',
  imagenet: 'ImageNet',
  title: 'ImageNet',
} as const
