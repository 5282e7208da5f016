## ما يقرؤه الزوار.

nav-stories = قبل وبعد
nav-testimonials = بكلماتهم
nav-practitioners = فريقنا
nav-collecting = كيف نجمع ونتحقق
nav-foot = صفحات أخرى
foot-promise = كل صورة هنا معروضة بموافقة صاحبها، ويمكن سحب الموافقة في أي وقت.
foot-staff = للفريق
illustrated = صور هذا العرض التوضيحي مرسومة وليست فوتوغرافية.

## الصفحة الرئيسية
home-title = ما الذي تغيّر، وما الذي لم يتغيّر
home-lead = صور قبل العلاج وبعده لأشخاص جاؤوا إلينا: مقصوصة من الأطراف، غير معدّلة أبدًا، ومعروضة لأنهم وافقوا.
home-description = قصص قبل العلاج وبعده لعملاء { $clinic }، معروضة بموافقتهم.
home-stories = أحدث القصص
home-about = ماذا نفعل
home-collecting = ما يمكن الاعتماد عليه
home-contact = لنتحدث أولًا
home-contact-lead = نرحب بكل سؤال. لا يلزم اتخاذ قرار في الحال، وأحيانًا يكون الجواب الصادق هو لا.
story-read = قراءة هذه القصة
stories-all = كل القصص
treatments-all = كل العلاجات
booking-do = حجز استشارة
promise-consent = معروضة بموافقة
promise-consent-lead = كل شخص وافق على هذه الصور بعينها في هذا المكان بعينه، ويمكنه سحبها في الدقيقة نفسها.
promise-pictures = دون تعديل
promise-pictures-lead = نقصّ الأطراف ونُدير ونغطّي. أما البشرة والنقاط والضوء فتبقى كما رأتها الكاميرا.
promise-healed = بعد الالتئام لا بعد الجلسة
promise-healed-lead = يبدو العلاج الحديث أكثر حدّة دائمًا. نقارن بالنتيجة بعد الالتئام، ونقول ذلك حيث لا توجد بعد.
promise-words = كلمة بكلمة
promise-words-lead = ما يكتبه العملاء يُعرض كما كتبوه، وإلى جانبه ما حصلوا عليه مقابل ذلك.

## التواصل
contact-phone = الهاتف
contact-email = البريد الإلكتروني
contact-booking = المواعيد
contact-address = موقعنا
contact-map = الخريطة

## المعرض
stories-lead = مختارات من عملنا، معروضة بموافقة. تختلف النتائج من شخص إلى آخر.
stories-description = قصص قبل العلاج وبعده لعملاء { $clinic }: { $count ->
    [zero] العلاجات قيد الإعداد
    [one] علاج واحد
    [two] علاجان
    [few] { $count } علاجات
    [many] { $count } علاجًا
   *[other] { $count } علاج
  }، نتائج بعد الالتئام، مع ذكر التواريخ والجلسات.
stories-filter = تضييق البحث
stories-filter-any = أيًّا كان
stories-filter-do = عرض
stories-filter-clear = عرض الكل
stories-treatments = العلاج
stories-empty = لا قصص بعد.
stories-empty-lead = تظهر القصص الأولى هنا عندما يوافق أصحابها.
stories-none = لا توجد قصة كهذه
stories-none-lead = لا نعرض إلا ما وافق عليه أصحابه، لذلك فبعض النتائج ليست هنا. يمكن تجربة شروط أقل، أو سؤالنا.
stories-none-later = لا مزيد من القصص كهذه.
stories-search = البحث في القصص
stories-search-hint = مثلًا: ندبة، خط الشعر، نوروود
stories-search-do = بحث
stories-search-for = «{ $words }»
stories-sort = الترتيب
stories-sort-newest = الأحدث أولًا
stories-sort-longest = الأطول مدة منذ الصورة الأولى
stories-condition = { $fact }: { $value }
stories-condition-drop = إزالة:
stories-found = { $count ->
    [zero] لا قصص
    [one] قصة واحدة
    [two] قصتان
    [few] { $count } قصص
    [many] { $count } قصة
   *[other] { $count } قصة
  }
stories-corrected = لا شيء يذكر «{ $words }». هذه تذكر «{ $corrected }».
facet-range = من { $low } إلى { $high }
facet-count = { $label } ({ $count })
fact-sessions = الجلسات
fact-sessions-1 = جلسة واحدة
fact-sessions-2 = جلستان
fact-sessions-3 = ثلاث جلسات
fact-sessions-4 = أربع جلسات أو أكثر
fact-since = آخر صورة التُقطت
fact-since-months = قبل مرور ستة أشهر
fact-since-half-year = بعد ستة أشهر إلى سنة
fact-since-year = بعد سنة إلى سنتين
fact-since-two-years = بعد سنتين أو أكثر
fact-location = المكان

## القائمة المختصرة
shortlist-title = قائمتي المختصرة
shortlist-lead = قصص جنبًا إلى جنب، لعرضها على صديق أو إحضارها إلى الاستشارة. تُحفظ القائمة على هذا الجهاز وفي عنوان هذه الصفحة فقط.
shortlist-missing = بعض قصص هذه القائمة لم تعد معروضة هنا. يمكن لكل شخص سحب قصته في أي وقت.
shortlist-drop = إزالة من القائمة
shortlist-unsaid = غير مذكور
shortlist-share = لمشاركة هذه القائمة يكفي إرسال عنوان هذه الصفحة. وهي تُطبع على ورقة واحدة.
shortlist-more = البحث عن المزيد
shortlist-empty = لا شيء محفوظ بعد.
shortlist-empty-lead = عند فتح قصة وحفظها تظهر هنا إلى جانب غيرها.
shortlist-keep = حفظ في قائمتي المختصرة
shortlist-kept = في قائمتي المختصرة

## شخص يشبهني
find-link = البحث عن حالة تشبه حالتك
find-title = حالة تشبه حالتك
find-lead = ثلاثة أسئلة، ويمكن ترك أي منها. لا يُحفظ شيء: الإجابات موجودة في عنوان الصفحة فقط.
find-description = ثلاثة أسئلة، ثم قصص { $clinic } الأقرب بدايةً إلى حالتك، ومع كل منها أوجه الشبه.
find-treatment = ما العلاج الذي يهمك؟
find-treatment-any = لا أعرف بعد
find-start = ما نقطة البداية؟
find-start-label = تساقط الشعر أو ندبة
find-start-hint = تبدأ درجات نوروود من I، أي لا تساقط، وتنتهي عند VII، أي شعر على الجانبين والخلف فقط.
find-person = معلومات عنك
find-unsaid = أفضّل عدم الذكر
find-do = عرض الحالات القريبة مني
find-again = البدء من جديد
find-found = الأقرب إليك
find-none = لا أحد ممن وافقوا على عرض صورهم يبدأ من حالة مثل حالتك. هذا لا يعني شيئًا عما هو ممكن لك: يسعدنا سؤالك.
match-norwood-same = الدرجة نفسها: نوروود { $value }
match-norwood-near = درجة قريبة: نوروود { $value }
match-scar-type-same = نوع الندبة نفسه: { $value }
match-scar-type-near = ندبة مشابهة: { $value }
match-age-band-same = العمر نفسه: { $value }
match-age-band-near = عمر قريب: { $value }
match-skin-tone-same = لون البشرة نفسه: { $value }
match-skin-tone-near = لون بشرة قريب: { $value }
sessions-count = { $count ->
    [zero] دون جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
    [many] { $count } جلسة
   *[other] { $count } جلسة
  }
card-after = { $count ->
    [zero] { $stage }، في الأسبوع نفسه
    [one] { $stage }، بعد أسبوع
    [two] { $stage }، بعد أسبوعين
    [few] { $stage }، بعد { $count } أسابيع
    [many] { $stage }، بعد { $count } أسبوعًا
   *[other] { $stage }، بعد { $count } أسبوع
  }
fact-line-age-band = العمر { $value }
fact-line-sex = { $value }
fact-line-norwood = نوروود { $value }
fact-line-skin-tone = البشرة: { $value }
fact-line-hair-colour = الشعر: { $value }
fact-line-scar-type = الندبة: { $value }

## قصة
weeks-after = { $count ->
    [zero] أقل من أسبوع بين الصورتين
    [one] أسبوع واحد بين الصورتين
    [two] أسبوعان بين الصورتين
    [few] { $count } أسابيع بين الصورتين
    [many] { $count } أسبوعًا بين الصورتين
   *[other] { $count } أسبوع بين الصورتين
  }
honesty = قصّ للأطراف أو تدوير أو تغطية فقط، دون تعديل. أكدت العيادة أن الضوء والوضعية متقاربان. تختلف النتائج من شخص إلى آخر.
stage-session-number = الجلسة { $number }
stage-session-number-short = الجلسة { $number }
stage-before-short = قبل
stage-design-short = الرسم
stage-session-short = جلسة
stage-fresh-short = حديثة
stage-healed-short = ملتئمة
stage-one-year-short = سنة
stage-touch-up-short = تجديد
since-same-day = يوم الجلسة { $session }
since-days = { $count ->
    [zero] يوم الجلسة { $session }
    [one] بعد يوم من الجلسة { $session }
    [two] بعد يومين من الجلسة { $session }
    [few] بعد { $count } أيام من الجلسة { $session }
    [many] بعد { $count } يومًا من الجلسة { $session }
   *[other] بعد { $count } يوم من الجلسة { $session }
  }
since-weeks = { $count ->
    [zero] بعد أقل من أسبوع من الجلسة { $session }
    [one] بعد أسبوع من الجلسة { $session }
    [two] بعد أسبوعين من الجلسة { $session }
    [few] بعد { $count } أسابيع من الجلسة { $session }
    [many] بعد { $count } أسبوعًا من الجلسة { $session }
   *[other] بعد { $count } أسبوع من الجلسة { $session }
  }
since-months = { $count ->
    [zero] بعد أقل من شهر من الجلسة { $session }
    [one] بعد شهر من الجلسة { $session }
    [two] بعد شهرين من الجلسة { $session }
    [few] بعد { $count } أشهر من الجلسة { $session }
    [many] بعد { $count } شهرًا من الجلسة { $session }
   *[other] بعد { $count } شهر من الجلسة { $session }
  }
story-description = { $treatment }: { $sessions }
picture-alt = { $stage }: { $seen }
story-facts = لمحة سريعة
story-sessions = الجلسات
story-place = المكان
story-more = قصص أخرى لهذا العلاج
story-ask = هل تشبه هذه حالتك؟
story-ask-lead = كل رأس مختلف. نفحص حالتك ونخبرك بما هو مرجّح، وما ليس كذلك، وبالتكلفة.
typical-result = النتيجة المعتادة
individual-results = تختلف النتائج من شخص إلى آخر.
story-words = بكلمات صاحب القصة
sensitive-card = تظهر الصور في صفحة القصة عند طلبها.
sensitive-lead = قد يكون النظر إلى هذه الصور صعبًا. لا تُرسل إلا عند طلبها.
sensitive-show = عرض الصور
compare-heading = قبل وبعد
compare-angles = الزوايا
compare-modes = طريقة المقارنة
compare-mode-slider = سحب
compare-mode-side = جنبًا إلى جنب
compare-mode-fade = تلاشٍ
compare-mode-toggle = تبديل
compare-at = مقدار ما يظهر من الصورة الأولى
compare-value = قبل: { $count }%
compare-shown = الصورة المعروضة
compare-first = مقارنة
compare-second = مع
compare-do = عرض هاتين
compare-unsettled = الصورة الثانية لم تلتئم بعد: ستبدو أنعم.
disclosure-discount = دفع صاحب هذه القصة سعرًا أقل مقابل موافقته على العرض.
disclosure-gift = تلقى صاحب هذه القصة هدية مقابل موافقته على العرض.
disclosure-free-treatment = عولج صاحب هذه القصة مجانًا مقابل موافقته على العرض.
disclosure-staff = يعمل صاحب هذه القصة في العيادة.
disclosure-family = صاحب هذه القصة قريب أو صديق لأحد العاملين في العيادة.

## العلاجات
treatments-lead = ماذا نفعل، ولمن يناسب، ولمن لا يناسب.
offers-empty = لم توصف أي علاجات بعد.
treatment-contents = في هذه الصفحة
treatment-what = ما هو
treatment-part-what-it-is-not = ما ليس هو
treatment-part-benefits = ما يمكن أن يحققه
treatment-part-steps = كيف يجري
treatment-part-healing = الجلسات والالتئام
treatment-part-unsuitable = لمن لا يناسب
treatment-part-price = التكلفة
treatment-part-misconceptions = مفاهيم خاطئة
treatment-part-durability = كم يدوم
treatment-part-touch-ups = جلسات التجديد
treatment-part-choosing = كيفية اختيار المعالِج
treatment-part-typical = النتيجة المعتادة
treatment-part-aftercare = العناية بعد العلاج
treatment-stories = قصص هذا العلاج
treatment-people = من يقدّمه

## الأشخاص
practitioners-lead = من سيمسك بالإبرة، وما تدريبه.
practitioners-empty = لم يُعرَّف بأحد هنا بعد.
practitioner-register = رقم التسجيل: { $number }
practitioner-look-up = التحقق منه في السجل
practitioner-stories = قصص أشخاص عولجوا على يد { $name }
practitioner-named = { $name }، { $title }
practitioners-all = كل من يعمل هنا

## الكلمات
testimonials-lead = ما قاله لنا العملاء، دون تعديل.
testimonials-selected = هذه مختارات: ليست كلمات الجميع هنا، ولا تبقى إلا ما دام صاحبها موافقًا. لا نذكر متوسطًا ولا عددًا. وما حصل عليه أي شخص في المقابل مذكور إلى جانب كلماته.
testimonials-all = كل الكلمات التي يسمح لنا العملاء بعرضها، ما داموا يسمحون بذلك. لا يُحذف شيء بسبب ما يقوله: فقط ما يذكر اسم شخص، أو لا يتعلق بالعلاج، أو لا يمكن عرضه لسبب من هذا النوع. لا نذكر متوسطًا ولا عددًا. وما حصل عليه أي شخص في المقابل مذكور إلى جانب كلماته.
testimonials-description = كلمات عملاء { $clinic } دون تعديل، وإلى جانبها ما حصلوا عليه في المقابل.
testimonials-empty = لا كلمات بعد
testimonials-empty-lead = يمكن للعملاء إضافة كلماتهم عند موافقتهم على العرض. تظهر الكلمات الأولى هنا.

## كيف نجمع
collecting-lead = من السهل تزييف صور قبل العلاج وبعده، ومن الصعب استرجاعها. هكذا تُجمع صورنا.
collecting-description = كيف تجمع { $clinic } صور عملائها وكلماتهم وتتحقق منها وتسحبها.
collecting-own = في عيادتنا
collecting-pictures = الصور
collecting-pictures-body = تُحفظ النسخة الأصلية من كل صورة مختومة ولا تُعرض أبدًا. ما يظهر هنا نسخة قُصّت أطرافها أو أُديرت أو غُطّي جزء منها، ولا شيء غير ذلك: لا مرشّحات، ولا تنعيم، ولا تغيير في اللون. وفي كل قصة نصرّح بأن الضوء والوضعية متقاربان، ومع كل صورة شهرها والجلسة التي تليها.
collecting-consent = الموافقة
collecting-consent-body = يُسأل كل شخص في صفحات خاصة به: أي صور، وأي قدر منها، وأين، وبأي اسم. لا شيء مختار مسبقًا، وكلمة «لا» كبيرة مثل كلمة «نعم». ويرى الصفحة بعينها قبل التوقيع. تنتهي الموافقة من تلقاء نفسها في يوم محدد قبل التوقيع، ولا يجددها الصمت أبدًا.
collecting-check = التحقق
collecting-check-body = قبل نشر أي شيء يقارنه شخص غير كاتبه بالموافقة (وفي مركز يعمل فيه عدد قليل جدًا تحل محل ذلك موافقة صاحب القصة على الصفحة بعينها): الشخص نفسه، والعلاج نفسه، ونتيجة ملتئمة أو إشارة واضحة إلى أنها ليست كذلك، ولا شيء في الصورة أو النص يكشف أكثر مما اتُّفق عليه.
collecting-words = الكلمات
collecting-words-body = لا يكتب إلا من عولج هنا، عبر رابط خاص. وتُعرض الكلمات كما كُتبت. نعرض مختارات ونسمّيها كذلك، دون متوسط ودون عدد. وأي سعر أقل أو هدية أو صلة بالعيادة مذكور إلى جانب الكلمات.
collecting-withdrawal = السحب
collecting-withdrawal-body = رابط في الإيصال يسحب كل شيء، أو أي صورة وحدها، من هذا الموقع في الحال، دون ذكر سبب ودون سؤالنا. ما حفظه آخرون من قبل لا يمكن استرجاعه؛ ويُقال ذلك لكل شخص قبل التوقيع.

## Previews of links
link-card-story = قبل وبعد
