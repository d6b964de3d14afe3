import type { errors as english } from '../en/errors'
import type { TranslationOf } from '../translation'

export const errors: TranslationOf<typeof english> = {
  invalid: {
    next: 'غيّره وحاول مرة أخرى.',
    copy: 'اختر نسخة أخرى منه.',
    smaller: 'اختر ما هو أصغر.',
    again: 'اختر من جديد.',
    newer: 'أعد تحميل الصفحة للحصول على ذلك الإصدار.',
  },
  elsewhere: {
    what: 'هذه الصورة ليست على هذا الجهاز.',
    next: 'أضف مجلدها، أو حمّل النموذج الذي أُعدّ به المشروع.',
  },
  noModel: { what: 'لم يُحمَّل أي نموذج بعد.', next: 'حمّل نموذجًا أولًا.' },
  noTagModel: { what: 'للنموذج المحمَّل فئات ثابتة.', next: 'حمّل نموذجًا يقرأ الوسوم.' },
  noLabelModel: { what: 'ليس للنموذج المحمَّل فئات ثابتة.', next: 'حمّل نموذجًا له فئات.' },
  modelNotFound: {
    what: 'لا يوجد نموذج كهذا، أو ينقصه ملف: {{url}}',
    next: 'تحقق من الاسم والمراجعة والمضيف.',
  },
  modelCorrupt: {
    what: 'ملف النموذج {{file}} ليس كما ينبغي: {{detail}}.',
    next: 'لن يُستخدم. أعد المحاولة؛ وإن فشلت مرة أخرى فالملف المنشور تالف: اختر غيره.',
  },
  unsupportedModel: {
    what: 'لا يمكن تشغيل هذا النموذج هنا: {{detail}}.',
    next: 'اختر نموذج CLIP أو MobileCLIP أو SigLIP مرتّبًا كما في Hub.',
  },
  airplane: {
    what: 'وضع الطيران مفعّل، لذلك لم يُقرأ هذا: {{url}}',
    next: 'أوقف وضع الطيران ثم أعد المحاولة.',
  },
  unreachable: {
    what: 'تعذّر الوصول إلى المضيف: {{url}}',
    next: 'تحقق من الاتصال ومن وضع الطيران، ثم أعد المحاولة.',
  },
  forbidden: {
    what: 'رفض المضيف هذا الطلب (الحالة {{status}}): {{url}}',
    next: 'قد يحتاج إلى تسجيل دخول، أو لا وجود له. تحقق من الاسم، أو أحضر الملفات من هذا الجهاز.',
  },
  gated: {
    what: 'لا يعطي مالك هذا النموذج النموذجَ إلا لمن سجّل الدخول وطلبه: {{url}}',
    next: 'لا يسجّل Taglens الدخول في أي مكان. احصل على الملفات من المستودع ثم أضف مجلدها من هذا الجهاز، أو اختر نموذجًا آخر.',
  },
  tooManyRequests: {
    what: 'تلقّى المضيف طلبات كثيرة جدًا من هنا (الحالة 429): {{url}}',
    next: 'انتظر دقيقة، ثم أعد المحاولة.',
    wait: 'أعد المحاولة بعد {{duration}}.',
  },
  outOfOrder: {
    what: 'لدى المضيف مشكلة في الوقت الحالي (الحالة {{status}}): {{url}}',
    next: 'أعد المحاولة بعد دقيقة.',
  },
  status: {
    what: 'أجاب المضيف بالحالة {{status}}: {{url}}',
    next: 'تحقق من العنوان، ثم أعد المحاولة.',
  },
  noPreview: {
    what: 'لا يحتوي ملف RAW هذا من الكاميرا على صورة يمكن عرضها ({{name}}).',
    next: 'حمّضه في برنامج الكاميرا وصدّره بصيغة JPEG.',
  },
  unusual: {
    what: 'خُزّن ملف {{format}} هذا بطريقة لا يمكن قراءتها هنا ({{name}}).',
    next: 'افتحه في محرر صور واحفظه بصيغة PNG أو JPEG.',
  },
  document: {
    what: 'هذا مستند PDF وليس صورة ({{name}}).',
    next: 'صدّر الصفحة بصيغة PNG أو JPEG، أو التقط لها لقطة شاشة.',
  },
  layers: {
    what: 'هذا ملف Photoshop ذو طبقات ({{name}}).',
    next: 'صدّره بصيغة PNG أو JPEG وأضف ذلك الملف.',
  },
  video: {
    what: 'هذا فيديو وليس صورة ({{name}}).',
    next: 'احفظ لقطة منه بصيغة PNG أو JPEG وأضفها.',
  },
  unreadable: {
    what: 'لم يعد ممكنًا قراءة هذا الملف ({{name}}).',
    next: 'أضفه من جديد؛ ربما نُقل أو حُذف.',
  },
  noPicture: {
    what: 'هذا الملف ليس صورة يمكن قراءتها هنا ({{name}}).',
    next: 'اختر ملف JPEG أو PNG أو WebP أو AVIF أو GIF أو HEIC أو TIFF أو JPEG XL أو SVG أو RAW من كاميرا.',
  },
  damaged: {
    what: 'ملف {{format}} هذا تالف ولا يمكن قراءته ({{name}}).',
    next: 'صدّر الصورة من جديد، أو اختر نسخة أخرى منها.',
  },
  otherFormat: {
    what: 'هذا الملف ليس صورة يمكن قراءتها هنا ({{name}} من نوع {{format}}).',
    next: 'حوّله إلى JPEG أو PNG وأضفه من جديد.',
  },
  tooLarge: {
    what: 'في {{name}} عدد {{megapixels}} ميغابكسل؛ والحد {{limit}}.',
    next: 'صغّرها وأضفها من جديد.',
    baseline: 'صغّرها، أو احفظها بصيغة JPEG أساسية (baseline): فهي تدرّجية.',
  },
  fetchBlocked: {
    what: 'لا يسمح الموقع للصفحات الأخرى بقراءة هذه الصورة: {{url}}',
    next: 'انسخ الصورة هناك والصقها هنا، أو احفظها وأضف الملف.',
  },
  outOfMemory: {
    what: 'لم تكفِ الذاكرة لما يلي: {{doing}}.',
    next: 'أغلق تبويبات أخرى، ثم أعد المحاولة.',
  },
  storageFull: {
    what: 'لم تبق مساحة على هذا الجهاز.',
    next: 'احذف نموذجًا لم تعد تستخدمه، أو وفّر مساحة على هذا الجهاز.',
  },
  timeout: {
    what: 'لا جواب منذ {{seconds}} ثانية ({{doing}})؛ أُعيد تشغيل المحرك.',
    next: 'أعد المحاولة، أو اختر المعالج.',
  },
  crashed: {
    what: 'توقف المحرك ({{doing}}) وأُعيد تشغيله.',
    next: 'أعد المحاولة؛ وإن تكرر ذلك فاختر نموذجًا أصغر.',
  },
  gpuLost: {
    what: 'توقفت بطاقة الرسوم عن الإجابة.',
    next: 'لم يضع شيء. أعد المحاولة، أو استخدم المعالج.',
  },
  wrongNumbers: {
    what: 'أعطى الجهاز أرقامًا خاطئة، لذلك لا تُستخدم نتائجه.',
    next: 'استخدم المعالج، أو دقة عددية أخرى.',
  },
  partNotLoaded: {
    what: 'تعذّر تحميل جزء من الصفحة.',
    next: 'الصور والوسوم ما زالت هنا. تحقق من الاتصال ثم أعد المحاولة.',
  },
  cancelled: { what: 'أُلغي.', next: 'ابدأه من جديد متى شئت.' },
  unexpected: {
    what: 'حدث أمر غير متوقع: {{detail}}',
    next: 'أعد المحاولة؛ وإن استمر فأبلغ عنه.',
  },
  problems: {
    'list-too-large': 'قائمة الوسوم أكبر من 5 ميغابايت.',
    'list-no-json': 'الملف ليس قائمة وسوم: المتوقع قائمة نصوص بصيغة JSON.',
    'list-no-text': 'في قائمة الوسوم ما ليس نصًّا.',
    'list-tag-too-long': 'أحد وسوم القائمة طويل جدًا.',
    'list-too-many': 'في القائمة أكثر من {{most}} وسم.',
    'link-mode': 'قيمة mode في الرابط هي clip أو vit.',
    'link-url': 'قيمة url في الرابط ليست عنوان \u2066http(s)\u2069 بلا اسم مستخدم.',
    'link-labels-too-long': 'قيمة labels في الرابط طويلة جدًا.',
    'link-labels-empty': 'قيمة labels في الرابط فارغة.',
    'link-too-many-labels': 'في labels في الرابط أكثر من {{most}} وسم.',
    'link-label-too-long': 'أحد وسوم الرابط أطول من {{most}} حرف.',
    'link-templates-too-long': 'القوالب في الرابط طويلة جدًا.',
    'link-model': 'قيمة {{parameter}} في الرابط ليست اسمًا في Hub مثل \u2066owner/name\u2069.',
    'link-answer': 'قيمة answer في الرابط هي single أو multi.',
    'link-margin': 'قيمة margin في الرابط هي عدد أو off.',
    'link-temperature': 'قيمة temperature في الرابط هي عدد من 0.01 إلى 100.',
    'picture-gone': 'لم تعد هذه الصورة في القائمة.',
    'picture-too-big': 'الصورة في {{url}} أكبر من {{megabytes}} ميغابايت.',
    'no-picture-address': 'هذا ليس عنوان صورة: {{url}}',
    'no-files': 'لم يُعطَ أي ملف.',
    'folder-too-full': 'في المجلد ملفات أكثر مما في أي نموذج.',
    'pack-encrypted': 'الملف {{path}} مشفَّر.',
    'pack-too-full': 'في {{path}} ملفات أكثر مما في أي نموذج.',
    'pack-grows': 'سيكبر {{path}} أكثر مما ينبغي.',
    'pack-hostile': 'في {{path}} أسماء تخرج عن مجلد النموذج.',
    'path-hostile': 'المسار {{path}} يخرج عن مجلده.',
    'pack-twice': 'الملف {{path}} موجود مرتين، وكل ملف في الحزمة يكون مرة واحدة.',
    'manifest-too-long': 'الملف {{path}} أطول من أي قائمة لملفات نموذج.',
    'manifest-unreadable': 'الملف {{path}} ليس قائمة لملفات نموذج يمكن لهذا الإصدار قراءتها.',
    'archive-damaged': '{{path}} ليس ملف ZIP أو أنه غير كامل.',
    'archive-too-full': 'في {{path}} ملفات أكثر مما يمكن فتحه هنا.',
    'project-newer': '{{path}} من إصدار أحدث من Taglens.',
    'project-too-large': '{{path}} أكبر مما يُقرأ.',
    'project-damaged': '{{path}} تالف، ولم يؤخذ منه شيء.',
  },
  models: {
    'joint-graph': {
      what: 'برج الرؤية وبرج النص في هذا النموذج في مخطط واحد، onnx/model.onnx، ولا يمكن تشغيله هنا.',
      next: 'اختر تصديرًا فيه vision_model.onnx و text_model.onnx.',
    },
    'classifier-towers': {
      what: 'هذا مصنّف له تسمياته الخاصة، ومخططاته برجا نموذج للوسوم.',
      next: 'اختر تصديرًا فيه onnx/model.onnx، أو نموذج CLIP للوسوم.',
    },
    'other-precision': {
      what: 'مخطط هذا النموذج موجود بدقة {{has}}، والمطلوب {{wanted}}.',
      next: 'اختر دقة أخرى، أو اترك الاختيار للتطبيق.',
    },
    'file-missing': {
      what: 'ليس في هذا النموذج ملف {{path}}.',
      next: 'اختر تصديرًا لمكتبة transformers.js فيه onnx/vision_model.onnx و onnx/text_model.onnx وملفات JSON الخاصة بهما.',
    },
    'weights-missing': {
      what: 'أوزان {{path}} في ملف منفصل، وهو ناقص.',
      next: 'ضع الملف بجانبه، أو اختر تصديرًا آخر.',
    },
    'several-models': {
      what: 'هنا عدة نماذج متجاورة: {{path}}.',
      next: 'اكتب عنوان الويب لمجلد واحد منها، أو أضف ذلك المجلد من هذا الجهاز.',
    },
    'unknown-family': {
      what: 'هذا النموذج من عائلة {{family}}، ولا يمكن تشغيلها هنا.',
      next: 'اختر نموذج CLIP أو SigLIP أو MobileCLIP أو ما يشبهها، أو مصنّفًا.',
    },
  },
  tasks: {
    encodingPictures: 'تحليل الصور',
    encodingPrompts: 'قراءة الوسوم',
    readingNamed: 'قراءة {{name}}',
    resizingPicture: 'تغيير حجم صورة',
    loadingModel: 'تحميل النموذج',
    checkingModel: 'فحص النموذج',
    openingModel: 'فتح النموذج',
    downloadingModel: 'تنزيل نموذج',
    askingForModel: 'السؤال عن نموذج',
    listingModels: 'سرد النماذج',
    deletingModel: 'حذف نموذج',
    keepingFiles: 'حفظ الملفات',
    arranging: 'ترتيب الصور',
    training: 'التعلّم من الأمثلة',
    packingModel: 'حزم نموذج',
    failingOnDemand: 'الفشل عند الطلب',
  },
}
