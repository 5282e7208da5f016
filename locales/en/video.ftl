# A client's video: their own page, and what visitors see of it
video-title = Say it in a video
video-lead = A video shows your whole face, and people hear your voice. Whoever knows you can recognize you.
video-face-voice = Your whole face and your voice are part of this.
video-choose = Your video
video-limits = Up to { $minutes } minutes and { $megabytes } MB. On a phone you can record it now. Say what you like, good or bad; leave out names and addresses.
video-send = Send the video
video-sending = The video is on its way. Please stay on this page.
video-failed = The video did not arrive. Please try again.
video-none-chosen = Please choose a video first.
video-preparing = Your video has arrived. It is ready in a moment.
video-look-again = Look again
video-put-away = This video can't be played at the moment. You can send it again.
video-question = May we show this video?
video-question-lead = In the places that you chose, until the day that you see beside your signature. Nothing is cut or changed. We write down what you say, as captions. You can stop it at any time.
video-said-yes = You said yes to this video.
video-yes = Yes, show my video
video-no = No, leave it out
video-other = Send another video instead
video-drop = Remove this video
video-drop-hint = It is deleted at once, here and in your file.
video-add = Or say it in a video
video-change = Change or remove my video
receipt-video = Your video, with your whole face and your voice
manage-what-video = Your video
withdraw-lead-video = Your video comes down at once, everywhere. The rest stays.
pause-lead-video = Your video comes down at once, everywhere. The rest stays.
video-refused-empty = This file is empty. Please choose the video again.
video-refused-too-many-bytes = This video is larger than 250 MB. Please record a shorter one.
video-refused-too-long = This video is longer than 3 minutes. Please record a shorter one, or shorten it on your phone first.
video-refused-too-large = The picture of this video is too large for us. Please record it in HD or 4K at most.
video-refused-not-a-video = This is not a video that we can read. Please choose an MP4 or MOV file.
video-refused-webm = We can't read WebM. Please record the video with the camera app of your phone.
video-refused-hevc = This video is stored as HEVC, which many browsers can't play. On an iPhone choose it from your photo library on this page, and it is converted by itself; or set Settings, Camera, Formats to Most Compatible.
video-refused-codec = This video is stored in a way that browsers can't play. Please record it with the camera app of your phone, without HDR.
video-refused-sound = The sound of this video is stored in a way that browsers can't play. Please record it with the camera app of your phone.
video-refused-no-picture = There is no picture in this file. Please choose another video.
video-refused-fragmented = This video is stored in pieces, as for streaming. Please record it with the camera app of your phone.
video-refused-encrypted = This video is protected against copying. Please choose one that you recorded yourself.
video-refused-cuts = This video is put together from several cuts. Please save it as a new video on your phone first, and send that.
video-refused-damaged = This video is damaged or incomplete. Please choose it again, or record it once more.

film-title = In their own voice
film-label = Video, { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
film-label-private = Video
film-captions = Captions
film-open = Open the video
film-text = What is said in the video
film-watch = Watch the video
