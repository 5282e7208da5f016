## ما يقرؤه العملاء: كبير وقصير وبسيط.

open-invite-title = صورك قبل العلاج وبعده
open-invite-lead = نودّ أن نسأل عما يمكننا عرضه منها. خمسة أسئلة قصيرة، ويمكن الإجابة عن كل منها بلا.
open-invite-time = يستغرق ذلك نحو دقيقة.
open-invite-free = علاجك لا يتوقف على إجاباتك.
open-manage-title = صوري وكلماتي
open-manage-lead = هنا يظهر ما يُعرض عنك، ويمكن إيقافه في أي وقت.
open-do = فتح
closed-title-signed = وصلتنا إجاباتك من قبل
closed-signed = شكرًا. أدّى هذا الرابط مهمته. لعرض ما سمحت به أو تغييره يُرجى فتح الرابط الموجود في الإيصال.
closed-title-replaced = يوجد رابط أحدث
closed-replaced = أرسلنا أو عرضنا عليك رابطًا أحدث حلّ محل هذا. يُرجى استخدام الأحدث.
closed-title-withdrawn = لقد سحبت كل شيء
closed-withdrawn = لم يعد هذا الرابط يسألك عن شيء. لمعرفة ما يُعرض لك اليوم يُرجى فتح الرابط الموجود في الإيصال.
closed-title-expired = هذا الرابط قديم
closed-expired = يعمل مثل هذا الرابط مدة 14 يومًا. ولم يُعرض شيء يخصك بسببه.
closed-title-forgotten = لقد نسيناك
closed-forgotten = في { $date } حذفنا اسمك وصورك وكلماتك. ولم يعد يُعرض شيء يخصك.
closed-forgotten-kept = يُحفظ شيء واحد لأسباب قانونية: الدليل على أن شيئًا قد وُقّع. وهو محفوظ بعيدًا عن الأنظار، وسيُحذف في { $date }.
closed-forgotten-nothing = لا يُحفظ شيء يخصك.
closed-ask = يُرجى طلب رابط جديد من { $clinic }.
nothing-title = لا يوجد ما نسأل عنه
nothing-lead = ليس لدى { $clinic } الآن صور نسألك عنها. لا يُعرض شيء يخصك. يمكن إغلاق هذه الصفحة.
code-title = رمز واحد، كي لا يرى صورك غيرك
code-lead-mail = يمكننا إرسال رمز من ستة أرقام إلى بريدك الإلكتروني.
code-lead-phone = يُرجى طلب الرمز المكوّن من ستة أرقام من العيادة.
code-label = الرمز
code-hint = ستة أرقام
code-send = إرسال رمز إليّ
code-wrong = هذا الرمز غير صحيح. يُرجى التحقق منه.
code-spent = هذا الرمز لم يعد صالحًا. يُرجى طلب رمز جديد.
notice-code-sent = الرمز في طريقه إلى بريدك الإلكتروني.
ask-progress = السؤال { $number } من { $of }
ask-extra = أمر آخر، إن أردت
ask-back = رجوع
ask-kept = إجاباتك محفوظة. يمكن إغلاق هذه الصفحة والعودة بالرابط نفسه.
ask-so-far = إجابتك حتى الآن
ask-changed = تغيّر شيء بعد فتح هذه الصفحة، ربما في نافذة أخرى. هذا هو الوضع الآن. يُرجى الإجابة مرة أخرى.
ask-go-on = متابعة
ask-one-by-one = الاختيار واحدة واحدة
ask-pictures-title = أي الصور يمكننا عرضها؟
ask-pictures-lead = هذه صورك. لا تُعرض أي منها إلا بموافقتك.
ask-pictures-all = { $count ->
    [zero] لا صور
    [one] هذه الصورة
    [two] الصورتان
    [few] كل الصور وعددها { $count }
    [many] كل الصور وعددها { $count }
   *[other] كل الصور وعددها { $count }
  }
ask-pictures-none = لا شيء منها
ask-pictures-each-title = أي منها؟
ask-pictures-each-lead = يُرجى تحديد كل صورة يمكن عرضها. صورة «قبل» لا تُعرض إلا إلى جانب صورة «بعد»، لذا يُرجى تحديد الاثنتين.
ask-pictures-show = عرض هذه
ask-pictures-some = عرض ما حدّدته
ask-level-title = ما القدر الذي يظهر منك؟
ask-level-lead = ما غُطّي لم يعد في الصورة نفسها. لا يمكن لأحد كشفه.
ask-level-area-only = فروة الرأس فقط
ask-level-area-only-hint = وجهك مغطّى.
ask-level-covered = العينان مغطّاتان
ask-level-covered-hint = قد يتعرف الناس عليك مع ذلك.
ask-level-full-face = الوجه كاملًا
ask-level-full-face-hint = سيتعرف الناس عليك.
ask-level-lacking = { $count ->
    [zero] لا تُظهر أي من صورك أكثر من هذا.
    [one] إحدى صورك تُظهر أكثر من هذا، لذا لن تُعرض.
    [two] صورتان من صورك تُظهران أكثر من هذا، لذا لن تُعرضا.
    [few] { $count } من صورك تُظهر أكثر من هذا، لذا لن تُعرض.
    [many] { $count } من صورك تُظهر أكثر من هذا، لذا لن تُعرض.
   *[other] { $count } من صورك تُظهر أكثر من هذا، لذا لن تُعرض.
  }
ask-level-each-title = ما القدر الذي يظهر منك في كل صورة؟
ask-level-each-missing = يُرجى الاختيار لكل صورة.
ask-place-title = أين يمكن عرضها؟
ask-place-lead = يمكن لكل من يزور المكان رؤيتها.
ask-place-nowhere = لا مكان
ask-place-nowhere-hint = تبقى في ملفي لدى العيادة.
ask-place-website = على موقعكم
ask-place-website-hint = نطلب من محركات البحث مثل جوجل ألا تدرجها.
ask-place-website-and-search = على موقعكم وفي محركات البحث
ask-place-website-and-search-hint = يمكن العثور عليها أيضًا عبر جوجل وغيره. وحيث يشارك أحد رابطًا إليها قد تظهر إحدى الصور.
ask-name-title = أي اسم يمكن أن يظهر إلى جانبها؟
ask-name-lead = سيبدو هكذا تمامًا.
ask-name-none = دون اسم
ask-words-title = هل تودّ إضافة كلمات منك؟
ask-words-lead = جيدة أو سيئة، كما تشاء. لا نغيّرها أبدًا.
ask-words-label = كلماتك
ask-words-empty = يُرجى كتابة شيء أو اختيار النجوم، أو المتابعة دون ذلك.
ask-words-yes = إضافة هذه الكلمات
ask-words-no = المتابعة دون كلمات
ask-words-add = إضافة كلماتي
ask-words-none = لا توجد كلمات منك هنا بعد. ولا يلزم إضافة أي منها.
ask-words-change = تغيير كلماتي أو إزالتها
ask-rating = النجوم
ask-stars = { $count ->
    [zero] لا نجوم من 5
    [one] نجمة واحدة من 5
    [two] نجمتان من 5
    [few] { $count } نجوم من 5
    [many] { $count } نجمة من 5
   *[other] { $count } نجمة من 5
  }
ask-incentive = هل حصلت على شيء مقابل ذلك؟
ask-incentive-tied = كان متوقفًا على ما أقوله.
incentive-none = لا، لا شيء
incentive-discount = سعر أقل
incentive-gift = هدية
incentive-free-treatment = علاج مجاني
ask-insider = هل لك صلة بالعيادة؟
insider-none = لا
insider-staff = أعمل فيها
insider-family = لي قرابة أو صداقة بأحد العاملين فيها
ask-story-title = هذا ما سيراه الناس
ask-story-lead = يُرجى النظر إليه بهدوء. لا يُعرض إلا هذا، ولا شيء غيره.
ask-story-title-nothing = لن يُعرض شيء
ask-story-lead-nothing = كانت إجابتك لا، ولا بأس بذلك. بالتوقيع يصبح ذلك مكتوبًا لدينا. وبإغلاق هذه الصفحة لا يُعرض شيء أيضًا.
ask-story-no-pairs = بهذه الإجابات لا تبقى صورة قبل وبعد لعرضها. يمكن الرجوع لاختيار صور أكثر أو نسخة أخرى.
ask-preview = الصفحة كما ستبدو
ask-facts = هل يمكننا عرض هذه المعلومات أيضًا؟
ask-facts-lead = يُرجى تحديد المقبول منها. أما الباقي فيُترك.
ask-sum-place = أين
ask-sum-until = حتى
ask-sum-until-value = { $date }. بعد ذلك يتوقف العرض من تلقاء نفسه.
ask-sum-stop = عند تغيير الرأي
ask-sum-stop-value = في أي وقت، بالرابط الموجود في الإيصال. دون سؤال عن السبب.
ask-small-print = كل ما توافق عليه
ask-signer = اسمك
ask-signer-hint = كتابته هي توقيعك. ولا يُعرض.
ask-agree = أوافق
ask-agree-says = بالضغط على «أوافق» توقّع هذه الصفحة كما تراها.
ask-agree-required = يُرجى الضغط على «أوافق» للتوقيع، أو إغلاق هذه الصفحة عند عدم الموافقة.
block-purpose = الغرض منها
block-recipients = من يمكنه رؤيتها
block-retention = إلى متى
block-revocation = عند تغيير الرأي
block-redisclosure = ما قد يحتفظ به آخرون
block-conditioning = علاجك لا يتوقف عليها
receipt-title = الإيصال
receipt-thanks = شكرًا.
stands-for-guardian = تجيب نيابةً عن { $client } بصفة الوصاية.
stands-for-attorney = تجيب نيابةً عن { $client } بموجب توكيل.
stands-for-executor = تجيب نيابةً عن { $client } لتنفيذ الوصية.
receipt-for-guardian = وُقّع نيابةً عن { $client } بصفة الوصاية.
receipt-for-attorney = وُقّع نيابةً عن { $client } بموجب توكيل.
receipt-for-executor = وُقّع نيابةً عن { $client } لتنفيذ الوصية.
receipt-signed = وقّعه { $name } في { $date }، لصالح { $clinic }.
receipt-allowed = ما سمحت به
receipt-nothing = لم تسمح بشيء. لا يُعرض شيء في أي مكان.
receipt-words = كلماتك
receipt-facts = المعلومات التي حدّدتها
receipt-name = يظهر باسم: { $name }
receipt-no-name = دون اسم
receipt-where = أين
receipt-what = ماذا
receipt-until = حتى
receipt-stop = كيفية الإيقاف
receipt-stop-lead = يكفي فتح هذا الرابط أو مسح الرمز. يُرجى الاحتفاظ به: يعمل دون كلمة مرور وفي أي وقت.
receipt-copies = ما حفظه آخرون أو نسخوه قبل الإيقاف لا يمكن استرجاعه.
receipt-have-tablet = يُرجى تصوير الرمز بالهاتف، أو طلب إيصال مطبوع.
receipt-have-link = يُرجى حفظ الرابط، أو تصوير الرمز.
receipt-have = الإيصال معي
receipt-pending = خطوة أخيرة: لا يُعرض شيء قبل أن يكون الإيصال في يدك.
receipt-qr = الرمز الذي يفتح صفحتك
paper-lead = ضع علامة عند ما يجوز عرضه. واشطب ما لا تريده. وما تتركه فارغًا يُعدّ رفضًا.
paper-code = الورقة { $code }
paper-one = اختر واحدًا فقط.
paper-no-name = اترك الاثنين فارغين إن كنت لا تريد أي اسم.
paper-search-hint = يمكن للناس العثور عليه عبر محركات البحث أيضًا. مع موقعنا فقط.
paper-strike = يمكنك شطب ما لا توافق عليه. وعندها لا يُعرض شيء.
paper-sign = توقيعك
paper-sign-says = قرأت كل هذا. يجوز عرض ما وضعت عنده علامة، ولا شيء غيره.
paper-date = التاريخ
paper-signature = التوقيع
receipt-on-paper = وقّعت بخط يدك في { $date }. وقارن شخصان من العيادة ورقتك بما هو مكتوب هنا.
manage-title = صوري وكلماتي
manage-shown = { $count ->
    [zero] لا تُعرض صور لك الآن.
    [one] تُعرض صورة واحدة لك الآن.
    [two] تُعرض صورتان لك الآن.
    [few] تُعرض { $count } صور لك الآن.
    [many] تُعرض { $count } صورة لك الآن.
   *[other] تُعرض { $count } صورة لك الآن.
  }
manage-not-shown = سمحت بشيء. لم يُعرض منه شيء بعد.
manage-nothing = لا يُعرض شيء يخصك، ولا شيء مسموح به.
manage-until = سمحت بهذا حتى { $date }. بعد ذلك يتوقف العرض من تلقاء نفسه.
manage-public = رؤية الصفحة كما يراها الجميع
manage-state-shown = معروض الآن
manage-state-allowed = مسموح به، غير معروض الآن
manage-allowed-more = سمحت بأكثر: { $level }.
manage-jump = إيقاف مكان واحد مؤقتًا أو نهائيًا، أو كل شيء
manage-places = حسب المكان
manage-places-lead = أوقفوا كل شيء في مكان واحد مؤقتًا أو نهائيًا. ويبقى الباقي كما هو.
manage-narrow-to-area-only = عرض فروة رأسي فقط
manage-narrow-to-covered = تغطية عينيّ
manage-stop-one = إيقاف عرض هذا
manage-stop-place = الإيقاف هنا
manage-stop-all-title = كل شيء
manage-stop-all-lead = يتوقف في الحال عرض كل الصور والكلمات واسمك.
manage-stop-all = إيقاف كل شيء
manage-see-photos = رؤية الصور برمز
manage-see-photos-lead = من لديه رابطك يمكنه إيقاف العرض. أما رؤية الصور هنا فتحتاج إلى رمز.
manage-receipt = الإيصال
manage-more = لعرض أكثر مما يُعرض الآن يُرجى سؤال العيادة: يلزم توقيعك مرة أخرى.
manage-leave = إغلاق
manage-what-photo = صورة
manage-what-words = كلماتك
manage-what-rating = نجومك
manage-what-name = اسمك
manage-what-facts = معلومات عنك
months-after = { $count ->
    [zero] أقل من شهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
  }
took-title = ما فعلناه في { $date }
took-title-at-once = لم يعد معروضًا
took-at-once = توقفت صفحاتنا عن عرضه لحظة الضغط على الزر.
took-files-title = الملفات التي أُنشئت لعرضه
took-files-done = حُذفت. تبقى صورك الأصلية في أمان في ملفك الخاص.
took-files-open = { $count ->
    [zero] لم يبقَ ما يُحذف.
    [one] لا يزال ملف واحد قيد الحذف. لا يمكن فتحه بعد الآن.
    [two] لا يزال ملفان قيد الحذف. لا يمكن فتحهما بعد الآن.
    [few] لا تزال { $count } ملفات قيد الحذف. لا يمكن فتحها بعد الآن.
    [many] لا يزال { $count } ملفًا قيد الحذف. لا يمكن فتحها بعد الآن.
   *[other] لا يزال { $count } ملف قيد الحذف. لا يمكن فتحها بعد الآن.
  }
took-ledger-title = سُجِّل
took-ledger-done = محفوظ في مكان ثانٍ، كي لا تعيده أي نسخة قديمة من نظامنا.
took-ledger-open = يُسجَّل في مكان ثانٍ، كي لا تعيده أي نسخة قديمة من نظامنا.
took-search-title = محركات البحث
took-search = تزيله عند زيارتها التالية. قد يستغرق ذلك بضعة أيام وليس في أيدينا.
took-copies-title = نسخ لدى آخرين
took-state-done = تم
took-state-open = جارٍ
took-state-outside = ليس في أيدينا
notice-receipt-had = شكرًا. الإيصال معك الآن.
notice-narrowed = تم. يظهر منك الآن أقل.
withdraw-title = إيقاف العرض؟
withdraw-title-level = إظهار قدر أقل منك؟
withdraw-lead-all = يتوقف في الحال عرض كل ما يخصك: الصور والكلمات والاسم.
withdraw-lead-channel = يتوقف في الحال عرض كل ما يخصك في هذا المكان.
withdraw-lead-photo = يتوقف عرض هذه الصورة في الحال في كل مكان. وإن بقيت صورة «قبل» أو «بعد» وحدها فلا تُعرض أيضًا.
withdraw-lead-words = يتوقف عرض كلماتك في الحال في كل مكان.
withdraw-lead-rating = يتوقف عرض نجومك في الحال في كل مكان.
withdraw-lead-name = يتوقف عرض اسمك في الحال في كل مكان. ويبقى الباقي.
withdraw-lead-facts = يتوقف عرض هذه المعلومات في الحال في كل مكان. ويبقى الباقي.
withdraw-lead-level = من الآن تُعرض هذه الصورة هكذا على الأكثر. وإن لم تكن هذه النسخة جاهزة فلا تُعرض الصورة.
withdraw-no-reason = لا يلزم ذكر السبب، ولا يتغير شيء في علاجك.
withdraw-do = نعم، إيقاف العرض
withdraw-do-level = نعم، إظهار أقل
withdraw-keep = لا، يبقى كما هو

mail-code-subject = الرمز الخاص بك
mail-code-body =
    الرمز هو { $code }.

    يعمل مدة 15 دقيقة. إن لم يكن بطلب منك فيمكن تجاهل هذه الرسالة.

mail-invite-subject = رابط خاص لك
mail-invite-body =
    مرحبًا،

    تودّ { $clinic } أن تسألك عن أمر. رابطك الخاص:

    { $url }

    يعمل مدة 14 يومًا. ولا يحدث شيء عند تركه.

mail-receipt-subject = الإيصال
mail-receipt-body =
    مرحبًا،

    شكرًا. هذا إيصالك من { $clinic }. ما سمحت به ينتهي من تلقاء نفسه في { $until }.

    يمكن الاطلاع عليه أو إيقافه في أي وقت هنا:

    { $url }

    يُرجى الاحتفاظ بهذه الرسالة. ما حفظه آخرون أو نسخوه قبل الإيقاف لا يمكن استرجاعه.

## أماكن أخرى والإيقاف المؤقت وما نفعله خارج موقعنا

ask-place-elsewhere = ليس على موقعكم
ask-place-elsewhere-hint = فقط في الأماكن التي اخترتها.
ask-place-both = لقد اخترتم مكانًا واخترتم أيضًا «لا مكان». يرجى إزالة العلامة أو اختيار جواب آخر.
ask-place-no-tick = لم تختاروا أي مكان. يرجى اختيار مكان أو جواب آخر.
ask-place-not-used = لم نعد نستخدم أحد هذه الأماكن. يرجى الإجابة مرة أخرى.
ask-place-website-title = وعلى موقعنا؟
ask-also = خارج موقعنا؟
ask-also-lead = ضعوا علامة عند كل مكان توافقون عليه. يمكنكم تركها كلها فارغة.
ask-also-partner-embed = مواقع الشركاء
ask-also-partner-embed-hint = تعرض صفحتنا. وعندما توقفون ذلك يختفي هناك أيضًا.
ask-also-instagram = إنستغرام
ask-also-instagram-hint = منشوراتنا. ما يشاركه الآخرون هناك لا يمكن استرجاعه.
ask-also-facebook = فيسبوك
ask-also-facebook-hint = منشوراتنا. ما يشاركه الآخرون هناك لا يمكن استرجاعه.
ask-also-youtube = يوتيوب
ask-also-youtube-hint = مقاطعنا. ما يشاركه الآخرون هناك لا يمكن استرجاعه.
ask-also-tiktok = تيك توك
ask-also-tiktok-hint = منشوراتنا. ما يشاركه الآخرون هناك لا يمكن استرجاعه.
ask-also-print = مطبوعات ورقية
ask-also-print-hint = نشرات وجدران. ما وُزّع يبقى خارجًا.
ask-also-press = صحف ومجلات
ask-also-press-hint = ما طُبع يبقى مطبوعًا.
ask-also-ads = إعلانات
ask-also-ads-hint = يراها الناس دون أن يبحثوا عنا.
ask-also-education = تدريب
ask-also-education-hint = داخل العيادة، لتدريب من يعملون هنا.
manage-all-paused = ما سمحتم به موقوف مؤقتًا. لا يُعرض شيء عنكم.
manage-state-paused = موقوف مؤقتًا
manage-since = منذ { $date }
manage-pause-one = إيقاف مؤقت
manage-pause-place = إيقاف مؤقت
manage-pause-all = إيقاف كل شيء مؤقتًا
manage-resume-one = عرض من جديد
manage-resume-place = عرض من جديد
manage-resume-code = لعرض ما أُوقف مؤقتًا من جديد، احصلوا أولًا على رمز: هكذا لا يستطيع ذلك أحد سواكم.
manage-elsewhere = خارج موقعنا
manage-elsewhere-lead = نسخ وضعناها في أماكن أخرى بموافقتكم. وعندما توقفون ذلك نزيلها هناك يدويًا.
manage-elsewhere-allowed = هناك بموافقتكم
manage-elsewhere-due = نعمل على إزالته
manage-elsewhere-removed = أُزيل
manage-gone-on = منذ { $date }
manage-requests = شيء آخر
manage-request-new = اطلبوا منا شيئًا
manage-request-what = ماذا تريدون؟
manage-request-copy = نسخة من كل ما تحفظونه عني
manage-request-copy-hint = صوركم وكلماتكم وما وقّعتموه، كملفات.
manage-request-correct = تصحيح
manage-request-correct-hint = أخبرونا بما هو غير صحيح.
manage-request-erase = انسوني
manage-request-erase-hint = يُزال كل شيء فورًا. ثم نحذف ما لا يُلزمنا القانون بحفظه.
manage-request-note = هل تودون قول المزيد؟ ليس ذلك ضروريًا.
manage-request-do = إرسال
manage-asked-on = طُلب في { $date }
notice-requested = شكرًا. وصلنا طلبكم وسنجيب هنا.
notice-paused = تم. أُوقف مؤقتًا ولا يراه أحد.
notice-resumed = تم. يُعرض من جديد.
pause-title = إيقافه مؤقتًا؟
pause-lead-all = يُزال كل ما يخصكم فورًا: الصور والكلمات والاسم.
pause-lead-channel = يُزال كل ما يخصكم فورًا هنا: { $place }.
pause-lead-outside = لن يذهب إلى هناك شيء جديد يخصكم في الوقت الحالي ({ $place }). وما هو موجود هناك نزيله يدويًا؛ يمكنكم متابعة ذلك على صفحتكم.
pause-lead-photo = تُزال هذه الصورة فورًا في كل مكان. وإذا بقيت صورتها قبل أو بعد وحدها فلن تُعرض أيضًا.
pause-lead-words = تُزال كلماتكم فورًا في كل مكان.
pause-lead-rating = تُزال نجومكم فورًا في كل مكان.
pause-lead-name = يُزال اسمكم فورًا في كل مكان. ويبقى الباقي.
pause-lead-facts = تُزال هذه المعلومات فورًا في كل مكان. ويبقى الباقي.
pause-back-again = لا يُحذف شيء. يمكنكم عرضه من جديد على هذه الصفحة حتى تنتهي موافقتكم؛ ولذلك تحتاجون إلى رمز كي لا يستطيع ذلك أحد سواكم.
pause-do = نعم، أوقفوه مؤقتًا
manage-record = إيصالي كملف موقّع
manage-record-hint = للبرامج والمحامين. يثبت نفسه: أي حرف يتغير يظهر.
took-search-asked = طلبنا منها في { $date } أن تزيله. أما متى تفعل ذلك فليس بأيدينا.
took-elsewhere-open = وُضع هناك في { $date }. نعمل على إزالته.
took-elsewhere-done = أُزيل من هناك منذ { $date }.
withdraw-lead-outside = من الآن لن يذهب إلى هناك شيء جديد يخصكم ({ $place }). وما هو موجود هناك نزيله يدويًا؛ يمكنكم متابعة ذلك على صفحتكم.

## عندما تقترب النهاية

mail-reminder-subject = تذكير لك
mail-reminder-body =
    مرحبًا،

    ما سمحت به لدى { $clinic } ينتهي في { $until }. سؤال واحد: هل يستمر أم ينتهي؟

    يمكن الإجابة هنا:

    { $url }

    من دون أي إجراء يتوقف العرض من تلقاء نفسه في ذلك اليوم. الصمت عندنا لا يعني الموافقة أبدًا.
manage-ends-title = ينتهي هذا قريبًا. هل يستمر؟
manage-ends-lead = للاستمرار يُرجى النظر إليه مرة أخرى والتوقيع من جديد. ومن دون أي إجراء يتوقف العرض من تلقاء نفسه.
manage-ends-go-on = نعم، النظر إليه والاستمرار
manage-ends-let = لا، فلينتهِ
manage-ends-let-says = سُجّل أنه يمكن أن ينتهي. يتوقف العرض من تلقاء نفسه في { $date } ولن نرسل تذكيرًا آخر. حتى ذلك الحين يمكن تغيير القرار.
notice-lets-end = سُجّل ذلك. يتوقف العرض من تلقاء نفسه في يومه.
ask-renew-title = هل يستمر هذا؟
ask-renew-lead = هذا ما قلته في المرة الماضية. ينتهي في { $date }. لا يستمر إلا بالتوقيع أدناه.
ask-renew-pictures = تغيير الصور
ask-renew-level = تغيير مقدار ما يظهر منك
ask-renew-place = تغيير الأماكن
ask-renew-name = تغيير الاسم
ask-renew-fact = سمحت بهذا في المرة الماضية.
manage-disputed-title = معلّق: { $treatment }
manage-disputed-lead = طرح شخص سؤالًا حول ما تم توقيعه. إلى أن يُحل ذلك لا يُعرض منه شيء. لا يلزم القيام بأي شيء؛ ولمعرفة المزيد يُرجى الاتصال بـ { $clinic }. ويمكن أيضًا إيقافه نهائيًا.
manage-since-day = معلّق منذ { $date }.
