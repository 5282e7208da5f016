DROP TABLE video_files;
DROP TABLE videos;
